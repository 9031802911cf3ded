import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { useGetList, useTranslate } from 'react-admin';
import { today } from '../fields/dates';

interface WhoConfirmsProps {
  /** Who gives the role, and whom it is for: neither of them confirms it. */
  giverId: string | undefined;
  staffId: string | undefined;
}

/** The administrators who can confirm a role, by name; what to do when there is none. */
export function WhoConfirms({ giverId, staffId }: WhoConfirmsProps) {
  const t = useTranslate();
  const { data } = useGetList<RoleAssignment>('role-assignments', {
    filter: { role: 'administrator', state: 'given' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'staffName', order: 'ASC' },
  });
  if (!data) return null;
  const day = today();
  const others = data.filter(
    (one) => one.staffId !== giverId && one.staffId !== staffId && one.validFrom <= day && (!one.validTo || one.validTo >= day),
  );
  const names = [...new Set(others.map((one) => one.staffName))].join(', ');
  return <>{names ? t('roleTakesTwo.whoMay', { names }) : t('roleTakesTwo.nobodyMay')}</>;
}
