export { SubmissionList } from './SubmissionList';
export { SubmissionPage } from './SubmissionPage';
