import Button from '@mui/material/Button';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../useMay';

/** The way to a new record, for those who may make one. */
export function AddButton({ resource, verb }: { resource: string; verb: Verb }) {
  const t = useTranslate();
  if (!useMay()(verb)) return null;
  return (
    <Button component={Link} to={`/${resource}/create`} variant="contained">
      {t(`resources.${resource}.add`)}
    </Button>
  );
}
