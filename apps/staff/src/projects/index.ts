export { ProjectCreate } from './ProjectCreate';
export { ProjectEdit } from './ProjectEdit';
export { ProjectList } from './ProjectList';
