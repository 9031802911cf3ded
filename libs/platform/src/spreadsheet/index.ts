export { spreadsheetFile, writeSpreadsheet } from './spreadsheet.js';
export { Day, type FileFormat, fileFormats, type SpreadsheetFile, type Table, type Value } from './table.js';
