import { type MeetingChannel, type MeetingKind, type MeetingStatus, meetingTransitions, type VoidReason } from '@stegvis/contracts/meetings/codes';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { mustStartFrom } from '@stegvis/platform/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated encounter of a coach with one or more participants at a site. Its verbs give back what is to be written. */
@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'coach_id' }) coachId!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('integer') minutes!: number;
  @Column('text') kind!: MeetingKind;
  @Column('text') channel!: MeetingChannel;
  @Column('text') status!: MeetingStatus;
  @Column('text', { name: 'void_reason', nullable: true }) voidReason!: VoidReason | null;
  @Column('integer', { default: 1 }) version!: number;

  /** It took place; `minutes` if it was longer or shorter than planned. */
  hold(now: Date, minutes?: number): Partial<MeetingEntity> {
    mustStartFrom(meetingTransitions.hold, this.status);
    this.mustHaveBegun(now);
    return { status: meetingTransitions.hold.to, minutes: minutes ?? this.minutes };
  }

  /** Nobody came. */
  miss(now: Date): Partial<MeetingEntity> {
    mustStartFrom(meetingTransitions.miss, this.status);
    this.mustHaveBegun(now);
    return { status: meetingTransitions.miss.to };
  }

  /** It will not take place. */
  cancel(): Partial<MeetingEntity> {
    mustStartFrom(meetingTransitions.cancel, this.status);
    return { status: meetingTransitions.cancel.to };
  }

  /** It was entered by mistake: it stays in history and leaves every figure. */
  void(voidReason: VoidReason): Partial<MeetingEntity> {
    mustStartFrom(meetingTransitions.void, this.status);
    return { status: meetingTransitions.void.to, voidReason };
  }

  /** Clocks differ, and people write up while the meeting goes on: an hour ahead is let through. */
  private mustHaveBegun(now: Date): void {
    if (this.startsAt.getTime() > now.getTime() + 3_600_000) throw new Refusal('not-possible', 'meeting-not-begun');
  }
}
