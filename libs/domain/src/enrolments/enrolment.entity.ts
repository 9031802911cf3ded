import {
  type Citizenship,
  type DeclineReason,
  type EducationLevel,
  type EnrolmentKind,
  type EnrolmentStatus,
  type ExitReason,
  enrolmentTransitions,
  type IncomeSource,
  type LabourStatus,
} from '@stegvis/contracts/enrolments/codes';
import type { EnrolmentChange } from '@stegvis/contracts/enrolments/enrolment';
import type { Gender } from '@stegvis/contracts/participants/codes';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { mustStartFrom } from '@stegvis/platform/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const exitFacts = ['exitLabourStatus', 'exitJobSeeking', 'exitInEducation', 'exitQualification'] as const;

/** Facts that a coach fills in; special categories lie in a table of their own. */
export type Facts = Omit<EnrolmentChange, 'coachId' | 'disability' | 'minority' | 'housingExclusion' | 'version'>;

/**
 * A person's period in a project, at one of its sites. It holds no name: the facts of the first entry are kept here, so
 * that figures need no look at the person. Its verbs give back what is to be written.
 */
@Entity('enrolment')
export class EnrolmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'participant_id' }) participantId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text') kind!: EnrolmentKind;
  @Column('text') status!: EnrolmentStatus;
  @Column('text', { name: 'referred_by', nullable: true }) referredBy!: string | null;
  @Column('date', { name: 'referred_on' }) referredOn!: string;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: DeclineReason | null;
  @Column('date', { name: 'start_date', nullable: true }) startDate!: string | null;
  @Column('date', { name: 'end_date', nullable: true }) endDate!: string | null;
  @Column('text', { name: 'exit_reason', nullable: true }) exitReason!: ExitReason | null;
  @Column('text') gender!: Gender;
  @Column('integer', { name: 'birth_year' }) birthYear!: number;
  @Column('date', { name: 'date_of_birth' }) dateOfBirth!: string;
  @Column('text', { name: 'labour_status', nullable: true }) labourStatus!: LabourStatus | null;
  @Column('date', { name: 'unemployed_since', nullable: true }) unemployedSince!: string | null;
  @Column('text', { name: 'education_level', nullable: true }) educationLevel!: EducationLevel | null;
  @Column('text', { nullable: true }) citizenship!: Citizenship | null;
  @Column('boolean', { name: 'born_abroad', nullable: true }) bornAbroad!: boolean | null;
  @Column('boolean', { name: 'parents_born_abroad', nullable: true }) parentsBornAbroad!: boolean | null;
  @Column('text', { name: 'municipality_code', nullable: true }) municipalityCode!: string | null;
  @Column('text', { name: 'income_sources', array: true, nullable: true }) incomeSources!: IncomeSource[] | null;
  @Column('text', { name: 'exit_labour_status', nullable: true }) exitLabourStatus!: LabourStatus | null;
  @Column('boolean', { name: 'exit_job_seeking', nullable: true }) exitJobSeeking!: boolean | null;
  @Column('boolean', { name: 'exit_in_education', nullable: true }) exitInEducation!: boolean | null;
  @Column('boolean', { name: 'exit_qualification', nullable: true }) exitQualification!: boolean | null;
  @Column('integer', { default: 1 }) version!: number;

  /** Starts it on a local day, with the facts of that day as far as they are known. */
  accept(startDate: string, facts: Facts): Partial<EnrolmentEntity> {
    mustStartFrom(enrolmentTransitions.accept, this.status);
    return { status: enrolmentTransitions.accept.to, startDate, ...this.fill(facts) };
  }

  /** Ends a referral that leads nowhere. */
  decline(declineReason: DeclineReason): Partial<EnrolmentEntity> {
    mustStartFrom(enrolmentTransitions.decline, this.status);
    return { status: enrolmentTransitions.decline.to, declineReason };
  }

  /** Ends it on a local day, today or earlier. */
  exit(endDate: string, exitReason: ExitReason, facts: Facts, today: string): Partial<EnrolmentEntity> {
    mustStartFrom(enrolmentTransitions.exit, this.status);
    if (endDate > today) throw invalidInput('endDate', 'future-date');
    if (this.startDate && endDate < this.startDate) throw invalidInput('endDate', 'ends-before-start');
    return { status: enrolmentTransitions.exit.to, endDate, exitReason, ...facts };
  }

  /** Fills in facts; what became of the person only once they have left. */
  fill(facts: Facts): Partial<EnrolmentEntity> {
    if (this.status !== 'exited') {
      const early = exitFacts.find((name) => facts[name] !== undefined && facts[name] !== null);
      if (early) throw invalidInput(early, 'only-after-exit');
    }
    return facts;
  }
}
