import type { Role } from '@stegvis/contracts/permissions/permissions';
import { Column, PrimaryColumn } from 'typeorm';

/** A role over a site, a project, an organisation or the installation, for a time: what is given, whether it is held or still waits. */
export abstract class GivenRole {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'staff_id' }) staffId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { name: 'project_id', nullable: true }) projectId!: string | null;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('boolean', { name: 'may_open', default: false }) mayOpen!: boolean;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
