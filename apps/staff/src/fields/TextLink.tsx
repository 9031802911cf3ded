import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

export function TextLink({ to, children, label }: { to: string; children: ReactNode; label?: string }) {
  return (
    <Link component={RouterLink} to={to} aria-label={label}>
      {children}
    </Link>
  );
}

export const participantPath = (id: string) => `/participants/${id}/show`;

/** The page of the person when there is one to open, else the short name that an enrolment has. */
export function PersonLink({ id, name, enrolmentId }: { id: string | null; name: string | null; enrolmentId: string }) {
  return id && name ? <TextLink to={participantPath(id)}>{name}</TextLink> : <span>{name ?? shortName(enrolmentId)}</span>;
}

/** What an enrolment is called among those who may not know whose it is. */
export const shortName = (enrolmentId: string) => `E-${enrolmentId.replaceAll('-', '').slice(-6)}`;
