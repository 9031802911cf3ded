export { ExportList } from './ExportList';
