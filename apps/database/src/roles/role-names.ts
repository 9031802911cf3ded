import { loadSecrets } from '@stegvis/platform/settings';

/** The database roles beside the owner: what each is for is said where it is granted something. */
export const serviceRoles = ['auth', 'api', 'worker', 'report'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/**
 * The roles' names in this installation. They are cluster-wide, so they are prefixed by the database's name, and kept
 * with their passwords in the secret file.
 */
export function roleNames(): Record<ServiceRole, string> {
  const { roles } = loadSecrets();
  return { auth: roles.auth.user, api: roles.api.user, worker: roles.worker.user, report: roles.report.user };
}
