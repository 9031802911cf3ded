import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report as it left the project: small groups hidden, nobody named. It is written once; afterwards the database writes only that the funder returned it (`access.return_submission`). */
@Entity('submission')
export class SubmissionEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'run_id' }) runId!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('integer', { name: 'rule_version' }) ruleVersion!: number;
  @Column('jsonb') published!: PublishedRow[];
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('timestamptz', { name: 'submitted_at', default: () => 'now()' }) submittedAt!: string;
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string;
  @Column('text', { name: 'submitted_by_name' }) submittedByName!: string;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt!: string | null;
  @Column('uuid', { name: 'returned_by', nullable: true }) returnedBy!: string | null;
  @Column('text', { name: 'returned_by_name', nullable: true }) returnedByName!: string | null;
  @Column('text', { name: 'return_comment', nullable: true }) returnComment!: string | null;
}
