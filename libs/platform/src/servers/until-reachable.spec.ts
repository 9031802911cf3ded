import { describe, expect, it } from '@jest/globals';
import { pauseBefore, type Server, untilReachable } from './until-reachable.js';

/** A server that does not answer so many times; the fault afterwards, if any, is one that does not pass. */
function serverAway(times: number, then?: Error): { server: Server; asked: () => number } {
  let asked = 0;
  const server: Server = {
    name: 'PostgreSQL',
    ask: async () => {
      asked += 1;
      if (asked <= times) throw Object.assign(new Error('no answer'), { code: 'ECONNREFUSED' });
      if (then) throw then;
    },
    passes: (fault) => fault !== then,
  };
  return { server, asked: () => asked };
}

describe('waiting for a server', () => {
  it('grows from a quarter of a second to ten seconds, and no longer', () => {
    const pauses = Array.from({ length: 40 }, (_, nth) => pauseBefore(nth));
    expect(pauses[0]).toBe(250);
    expect(pauses.at(-1)).toBe(10_000);
    expect(pauses.every((pause, nth) => nth === 0 || pause >= (pauses[nth - 1] as number))).toBe(true);
  });

  it('takes as long as it takes, and does what is to be done meanwhile once', async () => {
    const { server, asked } = serverAway(3);
    let meanwhile = 0;
    await untilReachable(server, async () => {
      meanwhile += 1;
    });
    expect([asked(), meanwhile]).toEqual([4, 1]);
  });

  it('is over at once when the server answers, and there is no meanwhile', async () => {
    const { server, asked } = serverAway(0);
    await untilReachable(server, () => Promise.reject(new Error('There is nothing to wait for')));
    expect(asked()).toBe(1);
  });

  it('ends with a fault that does not pass', async () => {
    const { server } = serverAway(1, new Error('wrong password'));
    await expect(untilReachable(server)).rejects.toThrow('wrong password');
  });
});
