import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { NewRoleAssignment, RoleAssignment, RoleAssignmentChange, RoleAssignmentFilters } from '@stegvis/contracts/staff/staff';
import { RoleAssignmentsService } from '@stegvis/domain/staff';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { StepUp } from '../auth/step-up.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList, RespondsWithNothing } from '../responses/responds-with.js';

@Controller('role-assignments')
export class RoleAssignmentsController {
  constructor(private readonly roleAssignments: RoleAssignmentsService) {}

  @Get()
  @Allow('role-assignments.read')
  @FilteredBy(RoleAssignmentFilters)
  @RespondsWithList(RoleAssignment)
  list(@Query(RoleAssignmentFilters) { filters, window, ids }: ListQuery<RoleAssignmentFilters>) {
    return this.roleAssignments.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('role-assignments.read')
  @RespondsWith(RoleAssignment)
  get(@RecordId() id: string) {
    return this.roleAssignments.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('role-assignments.change')
  @StepUp()
  @RespondsWith(RoleAssignment)
  create(@Body() draft: NewRoleAssignment) {
    return this.roleAssignments.create(draft);
  }

  @Put(':id')
  @Allow('role-assignments.change')
  @StepUp()
  @RespondsWith(RoleAssignment)
  change(@RecordId() id: string, @Body() change: RoleAssignmentChange, @FromVersion() expected: ExpectedVersion) {
    return this.roleAssignments.change(id, change, expected);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('role-assignments.confirm')
  @StepUp()
  @RespondsWith(RoleAssignment)
  confirm(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.roleAssignments.confirm(id);
  }

  @Post(':id/refuse')
  @HttpCode(204)
  @Allow('role-assignments.refuse')
  @RespondsWithNothing()
  refuse(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.roleAssignments.refuse(id);
  }
}
