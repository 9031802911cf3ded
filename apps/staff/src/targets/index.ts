export { TargetList } from './TargetList';
export { TargetCreate, TargetEdit } from './TargetPages';
