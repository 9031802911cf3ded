import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Says that a project's report drafts itself when a month is over. */
@Entity('report_schedule')
export class ReportScheduleEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('text', { default: 'month' }) every!: 'month';
  @Column('boolean', { default: true }) active!: boolean;
  @Column('integer', { default: 1 }) version!: number;
}
