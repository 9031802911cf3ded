import { Module } from '@nestjs/common';
import { RoleAssignmentsService } from './role-assignments.service.js';
import { StaffService } from './staff.service.js';

@Module({ providers: [StaffService, RoleAssignmentsService], exports: [StaffService, RoleAssignmentsService] })
export class StaffModule {}
