export { StaffList } from './StaffList';
export { StaffCreate, StaffEdit } from './StaffPages';
