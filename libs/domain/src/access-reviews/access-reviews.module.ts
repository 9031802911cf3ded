import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/index.js';
import { AccessReviewsService } from './access-reviews.service.js';

@Module({ imports: [AccessLogModule], providers: [AccessReviewsService], exports: [AccessReviewsService] })
export class AccessReviewsModule {}
