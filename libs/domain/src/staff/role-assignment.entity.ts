import { Entity } from 'typeorm';
import { GivenRole } from './given-role.js';

/** A role that a person holds. */
@Entity('role_assignment')
export class RoleAssignmentEntity extends GivenRole {}
