import type { Role } from './permissions.js';

/** What a role is held over; the database refuses an assignment with another scope. */
export const scopeOfRole = {
  coach: 'site',
  'local-leader': 'site',
  'project-leader': 'project',
  funder: 'project',
  auditor: 'organisation',
  administrator: 'installation',
} as const satisfies Record<Role, 'site' | 'project' | 'organisation' | 'installation'>;
