import { Controller, Get } from '@nestjs/common';
import { AccessEvent, AccessEventFilters } from '@stegvis/contracts/access-log/access-event';
import { AccessLogService } from '@stegvis/domain/access-log';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('access-log')
export class AccessLogController {
  constructor(private readonly log: AccessLogService) {}

  @Get()
  @Allow('access-log.read')
  @FilteredBy(AccessEventFilters)
  @RespondsWithList(AccessEvent)
  list(@Query(AccessEventFilters) { filters, window, ids }: ListQuery<AccessEventFilters>) {
    return this.log.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('access-log.read')
  @RespondsWith(AccessEvent)
  get(@RecordId() id: string) {
    return this.log.get(id);
  }
}
