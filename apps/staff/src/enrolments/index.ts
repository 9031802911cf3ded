export { EnrolmentFacts } from './EnrolmentFacts';
export { EnrolmentList } from './EnrolmentList';
