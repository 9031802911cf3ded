export { AccessEventPage } from './AccessEventPage';
export { AccessLogList } from './AccessLogList';
export { PersonLogPage } from './PersonLogPage';
