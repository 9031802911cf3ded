import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A month of the access log of a site, or of an organisation, looked through by somebody who answers for it, and signed. */
@Entity('access_review')
export class AccessReviewEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id', nullable: true }) projectId!: string | null;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('date') month!: string;
  @Column('integer') seed!: number;
  @Column('integer', { name: 'rule_version' }) ruleVersion!: number;
  @Column('integer') looks!: number;
  @Column('uuid', { name: 'started_by' }) startedBy!: string;
  @Column('text', { name: 'started_by_name' }) startedByName!: string;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' }) startedAt!: string;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy!: string | null;
  @Column('text', { name: 'signed_by_name', nullable: true }) signedByName!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: string | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
