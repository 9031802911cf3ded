import type { Language } from '@stegvis/contracts/staff/codes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who works with Stegvis. */
@Entity('staff')
export class StaffEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { default: 'sv' }) language!: Language;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('integer', { default: 1 }) version!: number;
}
