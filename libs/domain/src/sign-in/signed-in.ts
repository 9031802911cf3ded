import type { Account } from '@stegvis/contracts/sign-in/sign-in';

/** A signed-in person, found by the session's token. */
export interface SignedIn {
  account: Account;
  tokenHash: Buffer;
  /** Raised when the account or its roles change: what was read before is old then. */
  accountVersion: number;
  /** Has proved within the last five minutes who they are. True only when read anew. */
  justProved: boolean;
}
