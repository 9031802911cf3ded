/** Whether the time of an answer tells an id that exists, and is not the asker's, from one that nobody has (abuse case 2 of the threat model). */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { middle } from './table.mjs';

/** So many requests of each kind, in turn, so that whatever else the machine does weighs on both. */
const times = 1000;

/** @param {import('./servers.mjs').Server} api @param {import('pg').Client} owner @param {import('./world.mjs').World} world @param {(line: string) => void} say */
export async function measureExistence(api, owner, { coaches: [coach] }, say) {
  if (!coach) return;
  const { rows } = await owner.query(
    `select e.participant_id as id from app.enrolment e
     where not exists (select from app.enrolment_coach c join app.enrolment o on o.id = c.enrolment_id where o.participant_id = e.participant_id and c.staff_id = $1)
     order by md5(e.id::text) limit $2`,
    [coach.id, times],
  );
  const agent = new http.Agent({ keepAlive: true });
  const [there, nobodys] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  try {
    for (const { id } of rows) {
      there.push(await timed(agent, api, id, coach.cookie));
      nobodys.push(await timed(agent, api, randomUUID(), coach.cookie));
    }
  } finally {
    agent.destroy();
  }
  const p = mannWhitney(there, nobodys);
  say(
    `an id that is hidden ${middle(there).toFixed(2)} ms, one that nobody has ${middle(nobodys).toFixed(2)} ms (the middle of ${there.length}); ` +
      `p = ${p.toFixed(3)} that chance alone makes them differ as much${p < 0.01 ? ': TOO LITTLE, they can be told apart' : ''}`,
  );
}

/** Milliseconds until the whole of a refusal is there. @param {http.Agent} agent @param {import('./servers.mjs').Server} server @param {string} id @param {string} cookie @returns {Promise<number>} */
function timed(agent, { port }, id, cookie) {
  const since = performance.now();
  return new Promise((done, failed) => {
    http
      .get({ agent, port, host: '127.0.0.1', path: `/api/participants/${id}`, headers: { cookie } }, (response) => {
        if (response.statusCode !== 404) failed(new Error(`An id that is not the asker's was answered with ${response.statusCode}`));
        response.resume().on('end', () => done(performance.now() - since));
      })
      .on('error', failed);
  });
}

/**
 * The probability that chance makes two samples differ at least as much, by the ranks of their values (Mann and Whitney 1947, normal approximation).
 * @param {readonly number[]} one @param {readonly number[]} other
 */
export function mannWhitney(one, other) {
  const all = [...one.map((value) => ({ value, of: 1 })), ...other.map((value) => ({ value, of: 2 }))].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    // Equal values share the ranks that they take up together.
    const shared = (from + 1 + to) / 2;
    ranks += shared * all.slice(from, to).filter(({ of }) => of === 1).length;
    from = to;
  }
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return 2 * (1 - normal(Math.abs(z)));
}

/** The normal distribution up to z (Abramowitz and Stegun 26.2.17, exact to seven places). @param {number} z */
function normal(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
