import type { Role } from '@stegvis/contracts/permissions/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that one administrator has given and another has yet to confirm or to refuse; nobody holds it. */
@Entity('role_proposal')
export class RoleProposalEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'staff_id' }) staffId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { name: 'project_id', nullable: true }) projectId!: string | null;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('boolean', { name: 'may_open', default: false }) mayOpen!: boolean;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('uuid', { name: 'given_by' }) givenBy!: string;
  @Column('timestamptz', { name: 'given_at', default: () => 'now()' }) givenAt!: string;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: string | null;
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
  @Column('integer', { default: 1 }) version!: number;
}
