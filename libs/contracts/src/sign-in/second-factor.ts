import { Flag, Instant, Many, Password, Text, Whole } from '../fields/kinds.js';

/** The second step of signing in, or of turning a second factor on. */
export class SecondStep {
  @Text({ says: 'Six digits from the authenticator app, or a recovery code', max: 40 }) code!: string;
}

/** A second factor that is being turned on: the app takes it, and shows a code that confirms it. Told once. */
export class FactorToConfirm {
  @Text({ says: 'The secret, base32, to be typed into the app', max: 64 }) secret!: string;
  @Text({ says: 'The same as an address (otpauth), to be scanned', max: 500 }) uri!: string;
}

export class RecoveryCode {
  @Text({ says: 'The code', max: 40 }) code!: string;
}

/** Ten codes for when the phone is gone, each good once. Told once. */
export class RecoveryCodes {
  @Many(() => RecoveryCode, { says: 'The codes', max: 10 }) codes!: RecoveryCode[];
}

/** Proving again who one is: with the password, or with a code where a second factor is on. */
export class Proof {
  @Password({ says: 'The password', optional: true }) password?: string;
  @Text({ says: 'A code of the second factor', max: 40, optional: true }) code?: string;
}

/** How somebody signs in. */
export class SignInState {
  @Flag({ says: 'The second factor is on' }) secondFactor!: boolean;
  @Flag({ says: 'A role of theirs needs a second factor' }) secondFactorNeeded!: boolean;
  @Instant({ says: 'Since when it is on', nullable: true }) secondFactorSince!: string | null;
  @Whole({ says: 'Recovery codes that are left', min: 0, max: 10 }) recoveryCodesLeft!: number;
  @Instant({ says: 'When the password was chosen', nullable: true }) passwordChangedAt!: string | null;
}
