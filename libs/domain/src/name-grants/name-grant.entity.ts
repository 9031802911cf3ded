import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The names of a site's people, granted to somebody who leads the project: on a ground, until a day. */
@Entity('name_grant')
export class NameGrantEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'staff_id' }) staffId!: string;
  @Column('text') ground!: string;
  /** Whether the answers to voluntary questions are seen too. */
  @Column('boolean', { name: 'sensitive_facts', default: false }) sensitiveFacts!: boolean;
  @Column('date', { name: 'valid_from', default: () => 'app.today()' }) validFrom!: string;
  @Column('date', { name: 'valid_to' }) validTo!: string;
  @Column('uuid', { name: 'given_by' }) givenBy!: string;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
