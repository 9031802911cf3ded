import { isIP } from 'node:net';

/** The ranges that have a name: this machine, the networks of one's own, and a network without a server of addresses. */
const named = ['loopback', 'uniquelocal', 'linklocal'] as const;

/** An IPv4 or IPv6 address, a range of them with its prefix (`10.0.3.0/24`), or the name of a range. */
export type AddressRange = string;

/**
 * The ranges in a text, with commas between. Throws a sentence when one is none: a name that a resolver would have to
 * know, a port, or a range that holds everybody.
 */
export function addressRanges(given: string): AddressRange[] {
  const ranges = given.split(',').map((range) => range.trim());
  const wrong = ranges.find((range) => !isRange(range));
  if (wrong === undefined) return ranges;
  throw new Error(`must be addresses or ranges with commas between, such as 10.0.3.0/24 or ${named.join(', ')}; it holds "${wrong}"`);
}

function isRange(range: string): boolean {
  if ((named as readonly string[]).includes(range)) return true;
  const [address = '', prefix, ...more] = range.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (kind === 4 ? 32 : 128));
}
