import { Injectable } from '@nestjs/common';
import { takesTwo } from '@stegvis/contracts/permissions/second-person';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { NewRoleAssignment, RoleAssignment, RoleAssignmentChange, RoleAssignmentFilters } from '@stegvis/contracts/staff/staff';
import { type ExpectedVersion, Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { RoleProposalEntity } from './role-proposal.entity.js';

const roleAssignments: RegisterOf<RoleAssignmentEntity> = {
  entity: RoleAssignmentEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'role-assignments.sql'),
    sorts: { staffName: 'swedish', role: 'plain', validFrom: 'plain', validTo: 'plain', state: 'plain' },
    order: { sort: 'staffName', order: 'ASC' },
  },
};

/** Who holds which role over what, and when; and the roles that wait for a second administrator. */
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

  /** Gives a role; one that takes two administrators waits for the other. Throws `not-permitted` for a role of one's own. */
  override create(draft: NewRoleAssignment): Promise<RoleAssignment> {
    if (!takesTwo(draft)) return super.create(draft);
    return this.work.transaction(async (manager) => {
      const [{ me }] = await manager.query('select access.asker_id() as me');
      const { id } = await manager.save(manager.create(RoleProposalEntity, { ...draft, givenBy: me }));
      return this.get(id);
    });
  }

  /** What waits is confirmed or refused, and not changed. What takes two is ended by one, and not widened. */
  override change(id: string, change: RoleAssignmentChange, expected: ExpectedVersion): Promise<RoleAssignment> {
    return this.work.transaction(async () => {
      const { state } = await this.get(id);
      if (state === 'waiting') throw new Refusal('conflict', 'role-waits');
      return super.change(id, change, expected);
    });
  }

  /** Lets a role that another administrator gave hold. Throws `another-administrator` for who gave it, `not-permitted` for whom it is for. */
  async confirm(id: string): Promise<RoleAssignment> {
    return this.work.transaction(async (manager) => {
      await manager.query('select access.decide_role($1, true)', [id]);
      return this.get(id);
    });
  }

  /** Ends what waits: refused by another administrator, or taken back by who gave it. */
  async refuse(id: string): Promise<void> {
    await this.work.transaction((manager) => manager.query('select access.decide_role($1, false)', [id]));
  }
}
