import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';

/** Whether the enrolment is of a protected person, of whom no address and no place is written down. */
export const isProtected = ({ participantProtection }: Enrolment): boolean => participantProtection !== null && participantProtection !== 'none';
