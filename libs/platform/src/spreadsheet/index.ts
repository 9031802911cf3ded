export { writeSpreadsheet } from './spreadsheet.js';
export { Day, fileFormats, type FileFormat, type SpreadsheetFile, type Table, type Value } from './table.js';
