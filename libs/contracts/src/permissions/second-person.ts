import type { Role } from './permissions.js';

/**
 * Roles that open cases, the access log or the giving of roles: giving one needs two administrators, the one who gives it and another who
 * confirms it. A coach's opens the own caseload, which is nobody's until somebody else fills it; with the right to open people, it
 * opens the whole organisation. The database refuses what is given otherwise (`access.takes_two`).
 */
const rolesThatTakeTwo: readonly Role[] = ['local-leader', 'project-leader', 'auditor', 'administrator'];

/** Whether a role that is given waits for a second person. */
export const takesTwo = ({ role, mayOpen }: { role: Role; mayOpen?: boolean | null }): boolean => rolesThatTakeTwo.includes(role) || mayOpen === true;

/** A role holds from its first day on, or waits for the second person. */
export const assignmentStates = ['given', 'waiting'] as const;
export type AssignmentState = (typeof assignmentStates)[number];
