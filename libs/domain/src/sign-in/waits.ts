import { isIPv6 } from 'node:net';

/** How long somebody waits after failures. In seconds. */
interface Patience {
  /** Failures without any wait. */
  free: number;
  /** The wait after the last free one; each further failure doubles it. */
  firstWait: number;
  /** No wait is longer: nobody is locked out for good. */
  longestWait: number;
}

/** What is counted: an account, where it is tried from; and a whole address, where many colleagues may sit behind one. */
export const patience = {
  account: { free: 10, firstWait: 30, longestWait: 900 },
  address: { free: 60, firstWait: 10, longestWait: 300 },
} as const satisfies Record<string, Patience>;

/** Seconds to wait after so many failures. */
export function waitAfter(failures: number, { free, firstWait, longestWait }: Patience): number {
  if (failures < free) return 0;
  // More than twenty doublings are longer than any longest wait.
  return Math.min(longestWait, firstWait * 2 ** Math.min(failures - free, 20));
}

/** Who tries: one IPv4 address, or the network of an IPv6 one, since a single machine has the whole of a /64. */
export function networkOf(address: string): string {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inner) return inner;
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(missing).fill('0'), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::`;
}
