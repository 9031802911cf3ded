export { StandInCreate } from './StandInCreate';
export { StandInList } from './StandInList';
