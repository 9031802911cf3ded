import type { AttendanceState } from '@stegvis/contracts/meetings/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One participant's part in a meeting: whether they came, and when the next step is due. */
@Entity('attendance')
export class AttendanceEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  /** The meeting's coach. */
  @Column('uuid', { name: 'coach_id' }) coachId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text') state!: AttendanceState;
  @Column('date', { name: 'next_step_date', nullable: true }) nextStepDate!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
