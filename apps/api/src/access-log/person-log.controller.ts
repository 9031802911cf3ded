import { Controller, Get } from '@nestjs/common';
import { PersonLog, PersonLogPeriod } from '@stegvis/contracts/access-log/person-log';
import { AccessLogService } from '@stegvis/domain/access-log';
import { Allow } from '../auth/allow.js';
import { AskedBy, type ListQuery, Query } from '../input/list-query.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith } from '../responses/responds-with.js';

@Controller('participants')
export class PersonLogController {
  constructor(private readonly log: AccessLogService) {}

  @Get(':id/access-log')
  @Allow('participants.read-log')
  @AskedBy(PersonLogPeriod)
  @RespondsWith(PersonLog)
  ofPerson(@RecordId() id: string, @Query(PersonLogPeriod) { filters }: ListQuery<PersonLogPeriod>) {
    return this.log.ofPerson(id, filters);
  }
}
