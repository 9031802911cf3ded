import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { Invitation } from '@stegvis/contracts/sign-in/sign-in';
import { NewStaff, Staff, StaffChange, StaffFilters } from '@stegvis/contracts/staff/staff';
import { PasswordsService } from '@stegvis/domain/sign-in';
import { StaffService } from '@stegvis/domain/staff';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.js';
import { publicUrl } from '../headers/public-url.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly passwords: PasswordsService,
  ) {}

  @Get()
  @Allow('staff.read')
  @FilteredBy(StaffFilters)
  @RespondsWithList(Staff)
  list(@Query(StaffFilters) { filters, window, ids }: ListQuery<StaffFilters>) {
    return this.staff.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('staff.read')
  @RespondsWith(Staff)
  get(@RecordId() id: string) {
    return this.staff.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('staff.change')
  @RespondsWith(Staff)
  create(@Body() draft: NewStaff) {
    return this.staff.create(draft);
  }

  @Put(':id')
  @Allow('staff.change')
  @RespondsWith(Staff)
  change(@RecordId() id: string, @Body() change: StaffChange, @FromVersion() expected: ExpectedVersion) {
    return this.staff.change(id, change, expected);
  }

  /** Until e-mail is set up, the administrator hands over the link of a new account or a lost password. */
  @Post(':id/invite')
  @HttpCode(200)
  @Allow('staff.change')
  @RespondsWith(Invitation)
  async invite(@RecordId() id: string, @Body() _nothing: Nothing, @Req() request: FastifyRequest) {
    const token = await this.staff.aboutSigningIn(id, (staffId) => this.passwords.invite(staffId));
    return { link: `${publicUrl(request)}/#/set-password?token=${token}` };
  }
}
