export { RoleAssignmentList } from './RoleAssignmentList';
export { RoleAssignmentCreate, RoleAssignmentEdit } from './RoleAssignmentPages';
