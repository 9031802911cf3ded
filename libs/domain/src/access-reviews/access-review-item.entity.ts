import type { ReviewMark, ReviewRule } from '@stegvis/contracts/access-reviews/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A look that a review is about, by chance or because it stands out, and what the reviewer found. */
@Entity('access_review_item')
export class AccessReviewItemEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id', nullable: true }) projectId!: string | null;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('uuid', { name: 'review_id' }) reviewId!: string;
  @Column('uuid', { name: 'event_key' }) eventKey!: string;
  @Column('uuid', { array: true }) people!: string[];
  @Column('text', { array: true }) rules!: ReviewRule[];
  @Column('text', { nullable: true }) mark!: ReviewMark | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('uuid', { name: 'marked_by', nullable: true }) markedBy!: string | null;
  @Column('timestamptz', { name: 'marked_at', nullable: true }) markedAt!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
