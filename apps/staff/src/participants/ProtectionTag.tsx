import type { Protection } from '@stegvis/contracts/participants/codes';
import { useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';

/** Nothing for most; a clear sign where an address must never slip out. */
export function ProtectionTag({ protection }: { protection: Protection }) {
  const t = useTranslate();
  return protection === 'none' ? null : <Tag text={t(`codes.protection.${protection}`)} tone="bad" />;
}
