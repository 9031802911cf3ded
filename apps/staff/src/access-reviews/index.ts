export { AccessReviewList } from './AccessReviewList';
export { AccessReviewPage } from './AccessReviewPage';
