import { Injectable } from '@nestjs/common';
import type { NewRoleAssignment, RoleAssignment, RoleAssignmentChange, RoleAssignmentFilters } from '@stegvis/contracts/staff/staff';
import { Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { RoleAssignmentEntity } from './role-assignment.entity.js';

const roleAssignments: RegisterOf<RoleAssignmentEntity> = {
  entity: RoleAssignmentEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'role-assignments.sql'),
    sorts: { staffName: 'swedish', role: 'plain', validFrom: 'plain', validTo: 'plain' },
    order: { sort: 'staffName', order: 'ASC' },
  },
};

/** Who holds which role over what, and when. */
@Injectable()
export class RoleAssignmentsService extends Register<
  RoleAssignmentEntity,
  RoleAssignment,
  NewRoleAssignment,
  RoleAssignmentChange,
  RoleAssignmentFilters
> {
  constructor(work: UnitOfWork) {
    super(work, roleAssignments);
  }
}
