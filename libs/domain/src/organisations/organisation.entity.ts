import type { OrganisationKind } from '@stegvis/contracts/organisations/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body that owns projects, runs sites or is a partner in them. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text', { name: 'org_number', nullable: true }) orgNumber!: string | null;
  @Column('text', { name: 'municipality_code', nullable: true }) municipalityCode!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
