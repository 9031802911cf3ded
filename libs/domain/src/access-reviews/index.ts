export { AccessReviewEntity } from './access-review.entity.js';
export { AccessReviewItemEntity } from './access-review-item.entity.js';
export { AccessReviewsModule } from './access-reviews.module.js';
export { AccessReviewsService } from './access-reviews.service.js';
