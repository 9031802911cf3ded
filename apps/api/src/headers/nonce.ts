import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const nonces = new WeakMap<IncomingMessage, string>();

/** The nonce that lets this one answer's scripts and styles run; the same for its header and its page. */
export function nonceOf(request: IncomingMessage): string {
  let nonce = nonces.get(request);
  if (!nonce) {
    nonce = randomBytes(18).toString('base64');
    nonces.set(request, nonce);
  }
  return nonce;
}
