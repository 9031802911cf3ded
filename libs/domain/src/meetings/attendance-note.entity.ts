import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was written about one participant at a meeting, apart from the attendance so that it can have its own right. */
@Entity('attendance_note')
export class AttendanceNoteEntity {
  /** The attendance's. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { name: 'internal_note', nullable: true }) internalNote!: string | null;
  @Column('text', { name: 'next_step', nullable: true }) nextStep!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
