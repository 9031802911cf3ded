import type { VoluntaryAnswer } from '@stegvis/contracts/enrolments/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Answers that nobody has to give, special categories of personal data: apart from the enrolment, for each can have its own right. */
@Entity('voluntary_facts')
export class VoluntaryFactsEntity {
  /** The enrolment's. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text', { default: 'not-asked' }) disability!: VoluntaryAnswer;
  @Column('text', { default: 'not-asked' }) minority!: VoluntaryAnswer;
  @Column('text', { name: 'housing_exclusion', default: 'not-asked' }) housingExclusion!: VoluntaryAnswer;
  @Column('integer', { default: 1 }) version!: number;
}
