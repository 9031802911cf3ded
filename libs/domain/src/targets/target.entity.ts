import type { Gender } from '@stegvis/contracts/participants/codes';
import type { TargetIndicator } from '@stegvis/contracts/targets/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number that a project has promised to reach. */
@Entity('target')
export class TargetEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('text') indicator!: TargetIndicator;
  @Column('text', { nullable: true }) gender!: Gender | null;
  @Column('date', { name: 'start_date', nullable: true }) startDate!: string | null;
  @Column('date', { name: 'end_date', nullable: true }) endDate!: string | null;
  @Column('integer') value!: number;
  @Column('integer', { default: 1 }) version!: number;
}
