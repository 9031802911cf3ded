import type { Stage } from '@stegvis/contracts/enrolments/codes';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A stage of an enrolment, from a local day to a local day. Periods may overlap, for parallel support works better than
 * a staircase; at any time one of them at most is the main one, which lists show.
 */
@Entity('stage_period')
export class StagePeriodEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text') stage!: Stage;
  @Column('date', { name: 'start_date' }) startDate!: string;
  @Column('date', { name: 'end_date', nullable: true }) endDate!: string | null;
  @Column('boolean') main!: boolean;
  @Column('integer', { default: 1 }) version!: number;

  /** Ends it on a local day. Throws `not-from-this-status` when it has an end already. */
  end(endDate: string): Partial<StagePeriodEntity> {
    if (this.endDate !== null) throw new Refusal('conflict', 'not-from-this-status', { current: { endDate: this.endDate } });
    return { endDate };
  }
}
