import { Refusal } from '@stegvis/contracts/problems/refusal';
import { type ReportState, replacedStates, reportCommentStates, reportTransitions } from '@stegvis/contracts/report-runs/codes';
import { mustStartFrom } from '@stegvis/platform/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One making of the report: a project, a period and the rules it is made by. Its figures are made once and then sealed. */
@Entity('report_run')
export class ReportRunEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'schedule_id', nullable: true }) scheduleId!: string | null;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('integer', { name: 'rule_version' }) ruleVersion!: number;
  @Column('text', { default: 'requested' }) state!: ReportState;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' }) requestedAt!: string;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('timestamptz', { name: 'built_at', nullable: true }) builtAt!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: string | null;
  @Column('uuid', { name: 'checked_by', nullable: true }) checkedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: string | null;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('integer', { default: 1 }) version!: number;

  /** Writes the comment that the funder reads too. Throws `not-from-this-status` before there are figures and once submitted. */
  commentOn(comment: string | null): Partial<ReportRunEntity> {
    mustStartFrom({ from: reportCommentStates }, this.state);
    return { comment };
  }

  /** The leader has looked at the figures and stands by them. */
  check(by: string, now: string): Partial<ReportRunEntity> {
    mustStartFrom(reportTransitions.check, this.state);
    return { state: reportTransitions.check.to, checkedAt: now, checkedBy: by };
  }

  /** Sends it to the funder. Throws `period-not-over` while days of the period lie ahead of today (a local day). */
  submit(by: string, now: string, today: string): Partial<ReportRunEntity> {
    mustStartFrom(reportTransitions.submit, this.state);
    if (this.periodEnd > today) throw new Refusal('not-possible', 'period-not-over');
    return { state: reportTransitions.submit.to, submittedAt: now, submittedBy: by };
  }

  /** A later submission of the same project and period takes the place of this one. */
  supersede(): Partial<ReportRunEntity> {
    mustStartFrom({ from: replacedStates }, this.state);
    return { state: 'superseded' };
  }
}
