import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { NewRoleAssignment, RoleAssignment, RoleAssignmentChange, RoleAssignmentFilters } from '@stegvis/contracts/staff/staff';
import { type ExpectedVersion, type ListSpec, mustBeAt, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { RoleAssignmentEntity } from './role-assignment.entity.js';

const roleAssignments: ListSpec = {
  rows: sqlBeside(import.meta.url, 'role-assignments.sql'),
  sorts: { staffName: 'swedish', role: 'plain', validFrom: 'plain', validTo: 'plain' },
  order: { sort: 'staffName', order: 'ASC' },
};

@Injectable()
export class RoleAssignmentsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: RoleAssignmentFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<RoleAssignment>> {
    return readPage(this.work, roleAssignments, filters, window, ids);
  }

  get(id: string): Promise<RoleAssignment> {
    return readOne(this.work, roleAssignments, id);
  }

  create(draft: NewRoleAssignment): Promise<RoleAssignment> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(RoleAssignmentEntity, manager.create(RoleAssignmentEntity, draft));
      return this.get(id);
    });
  }

  change(id: string, change: RoleAssignmentChange, expected: ExpectedVersion): Promise<RoleAssignment> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, RoleAssignmentEntity, id, expected.version, facts);
      return this.get(id);
    });
  }
}
