import { useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';

/** Nothing for most; says of the others that the name is a pseudonym. */
export function PseudonymTag({ pseudonymous }: { pseudonymous: boolean }) {
  const t = useTranslate();
  return pseudonymous ? <Tag text={t('participant.pseudonymous')} tone="neutral" /> : null;
}
