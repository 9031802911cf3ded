import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  AccessReview,
  AccessReviewFilters,
  AccessReviewWithLooks,
  MarkLooks,
  NewAccessReview,
  SignReview,
} from '@stegvis/contracts/access-reviews/access-review';
import { AccessReviewsService } from '@stegvis/domain/access-reviews';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('access-reviews')
export class AccessReviewsController {
  constructor(private readonly reviews: AccessReviewsService) {}

  @Get()
  @Allow('access-reviews.read')
  @FilteredBy(AccessReviewFilters)
  @RespondsWithList(AccessReview)
  list(@Query(AccessReviewFilters) { filters, window, ids }: ListQuery<AccessReviewFilters>) {
    return this.reviews.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('access-reviews.read')
  @RespondsWith(AccessReviewWithLooks)
  get(@RecordId() id: string) {
    return this.reviews.withLooks(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('access-reviews.start')
  @RespondsWith(AccessReview)
  start(@Body() draft: NewAccessReview) {
    return this.reviews.start(draft);
  }

  @Post(':id/mark')
  @HttpCode(200)
  @Allow('access-reviews.mark')
  @RespondsWith(AccessReview)
  mark(@RecordId() id: string, @Body() found: MarkLooks) {
    return this.reviews.mark(id, found);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('access-reviews.sign')
  @RespondsWith(AccessReview)
  sign(@RecordId() id: string, @Body() how: SignReview) {
    return this.reviews.sign(id, how);
  }
}
