import type { Account } from '@stegvis/contracts/sign-in/sign-in';

/** A signed-in person, found by the session's token. */
export interface SignedIn {
  account: Account;
  tokenHash: Buffer;
  /** Raised when the account, its roles or its cases change: what was read before is old then. */
  sightVersion: number;
  /** Has proved within the last five minutes who they are. True only when read anew. */
  justProved: boolean;
}
