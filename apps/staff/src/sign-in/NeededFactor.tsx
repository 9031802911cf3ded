import type { FactorToConfirm, RecoveryCodes } from '@stegvis/contracts/sign-in/second-factor';
import { FactorSetUp } from '../account/FactorSetUp';
import { send } from '../request';

const begin = () => send<FactorToConfirm>('POST', 'auth/second-factor/needed');
const confirm = (code: string) => send<RecoveryCodes>('POST', 'auth/second-factor/needed/confirm', { code });

/** Setting up the second factor that a role needs, in the middle of signing in. */
export function NeededFactor({ onDone }: { onDone: () => void }) {
  return <FactorSetUp begin={begin} confirm={confirm} onDone={onDone} />;
}
