import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who coaches an enrolment, in which part, from which day to which. On a day of handover both may see the case. */
@Entity('enrolment_coach')
export class EnrolmentCoachEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('uuid', { name: 'staff_id' }) staffId!: string;
  @Column('text') part!: 'main' | 'co';
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
