export { NameGrantCreate } from './NameGrantCreate';
export { NameGrantList } from './NameGrantList';
