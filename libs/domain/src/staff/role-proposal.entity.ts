import { Column, Entity } from 'typeorm';
import { GivenRole } from './given-role.js';

/** A role that one administrator has given and another has yet to confirm or to refuse; nobody holds it. */
@Entity('role_proposal')
export class RoleProposalEntity extends GivenRole {
  @Column('uuid', { name: 'given_by' }) givenBy!: string;
  @Column('timestamptz', { name: 'given_at', default: () => 'now()' }) givenAt!: string;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: string | null;
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
}
