import type { Guard } from './mutable-api.js';

/** Something that says how the API deviates from what it should be; named after the spec that asserts it. */
export type Check = [name: string, ask: () => Promise<string[]>];

/** One guard taken away at one place, and the checks that may notice, the likeliest first. */
export interface Mutation {
  guard: Guard;
  at: string;
  checks: Check[];
  /** It makes what there can be one of, so that it is not asked before, too. */
  once?: boolean;
  /** What takes it away where it is no part of the API's code, and what puts it back. */
  outside?: { take: () => Promise<unknown>; putBack: () => Promise<unknown> };
}
