import type { ProjectKind } from '@stegvis/contracts/projects/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A project with a period, an owner and a kind. */
@Entity('project')
export class ProjectEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('text', { name: 'registration_number' }) registrationNumber!: string;
  @Column('text') name!: string;
  @Column('text') kind!: ProjectKind;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('text', { nullable: true }) fund!: string | null;
  @Column('text', { nullable: true }) programme!: string | null;
  @Column('text', { name: 'programme_area', nullable: true }) programmeArea!: string | null;
  @Column('text', { name: 'specific_objective', nullable: true }) specificObjective!: string | null;
  @Column('text', { name: 'intervention_type', nullable: true }) interventionType!: string | null;
  @Column('date', { name: 'start_date' }) startDate!: string;
  @Column('date', { name: 'end_date' }) endDate!: string;
  @Column('integer', { name: 'budget_sek', nullable: true }) budgetSek!: number | null;
  @Column('integer', { name: 'grant_sek', nullable: true }) grantSek!: number | null;
  @Column('numeric', { name: 'eu_cofinancing_rate', nullable: true }) euCofinancingRate!: number | null;
  @Column('text', { nullable: true }) nuts2!: string | null;
  @Column('text', { name: 'real_period', nullable: true }) realPeriod!: string | null;
  @Column('integer', { name: 'contact_within_days', default: 30 }) contactWithinDays!: number;
  @Column('integer', { name: 'entry_facts_within_days', default: 14 }) entryFactsWithinDays!: number;
  @Column('integer', { default: 1 }) version!: number;
}
