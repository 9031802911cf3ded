import type { Verb } from '@stegvis/contracts/permissions/permissions';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { useGetIdentity, usePermissions } from 'react-admin';

/** Whether the one who is signed in may use a verb. */
export function useMay(): (verb: Verb) => boolean {
  const { permissions } = usePermissions<readonly Verb[]>();
  return (verb) => permissions?.includes(verb) ?? false;
}

export function useAccount(): Account | undefined {
  const { identity } = useGetIdentity();
  return (identity?.account as Account | undefined) ?? undefined;
}
