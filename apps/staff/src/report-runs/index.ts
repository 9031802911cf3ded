export { ReportRunList } from './ReportRunList';
export { ReportRunPage } from './ReportRunPage';
