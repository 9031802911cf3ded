import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody works with the whole caseload of a coach who is away: at a site, from one local day to another, for a reason. */
@Entity('stand_in')
export class StandInEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'coach_id' }) coachId!: string;
  @Column('uuid', { name: 'stand_in_id' }) standInId!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'appointed_by' }) appointedBy!: string;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
