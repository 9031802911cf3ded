import type { Gender, IdentityKind, Protection } from '@stegvis/contracts/participants/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person whom a project supports, as one organisation knows them. What happens to the person hangs on enrolments; who
 * may see the person follows from them. A person and the first enrolment are made together by `access.refer`.
 */
@Entity('participant')
export class ParticipantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'given_name' }) givenName!: string;
  @Column('text', { name: 'family_name' }) familyName!: string;
  @Column('text', { name: 'identity_kind' }) identityKind!: IdentityKind;
  @Column('bytea', { name: 'identity_number_encrypted', nullable: true }) numberEncrypted!: Buffer | null;
  @Column('bytea', { name: 'identity_number_hash', nullable: true }) numberHash!: Buffer | null;
  @Column('date', { name: 'date_of_birth' }) dateOfBirth!: string;
  @Column('text') gender!: Gender;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('boolean', { default: false }) interpreter!: boolean;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { default: 'none' }) protection!: Protection;
  /** The name is a pseudonym, given by the system: the person has not consented to being named. */
  @Column('boolean', { default: false }) pseudonymous!: boolean;
  /** Who asks that the protection be lifted, and on which local day; null when nobody does. */
  @Column('uuid', { name: 'lift_asked_by', nullable: true }) liftAskedBy!: string | null;
  @Column('date', { name: 'lift_asked_on', nullable: true }) liftAskedOn!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
