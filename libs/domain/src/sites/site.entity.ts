import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place of a project with its own team; its organisation is the controller of the cases there. */
@Entity('site')
export class SiteEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'municipality_code', nullable: true }) municipalityCode!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
