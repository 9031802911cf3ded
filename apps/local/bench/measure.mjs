/** The one driver: so many clients, each asking again as soon as it is answered, until the time is over. */
import http from 'node:http';

/**
 * @typedef {object} Measured
 * @property {number} perSecond requests answered
 * @property {number} p50 milliseconds
 * @property {number} p95
 * @property {number} failed requests that were refused or given up, such as for want of a connection
 */

/** No cell asks more often than this, so that a fast figure does not fill the database. */
const most = 20_000;
/** A share of a cell's time for which it is asked before anything counts. */
const warming = 0.2;
let turn = 0;

/** @param {import('./servers.mjs').Server} server @param {import('./figures.mjs').Call} call @param {number} clients @param {number} seconds @returns {Promise<Measured>} */
export async function measure(server, call, clients, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  try {
    await drive(agent, server, call, clients, seconds * warming);
    const since = performance.now();
    const { times, failed } = await drive(agent, server, call, clients, seconds);
    const passed = (performance.now() - since) / 1000;
    times.sort((one, other) => one - other);
    const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { perSecond: times.length / passed, p50: at(0.5), p95: at(0.95), failed };
  } finally {
    agent.destroy();
  }
}

/** @param {http.Agent} agent @param {import('./servers.mjs').Server} server @param {import('./figures.mjs').Call} call @param {number} clients @param {number} seconds */
async function drive(agent, server, call, clients, seconds) {
  const until = performance.now() + seconds * 1000;
  /** @type {number[]} */
  const times = [];
  let failed = 0;
  const client = async () => {
    do {
      const since = performance.now();
      await ask(agent, server, call.at(turn++)).then(
        () => times.push(performance.now() - since),
        () => failed++,
      );
    } while (performance.now() < until && times.length < most);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { times, failed };
}

/** @param {http.Agent} agent @param {import('./servers.mjs').Server} server @param {ReturnType<import('./figures.mjs').Call['at']>} what @returns {Promise<{ text: string, total: string | undefined }>} */
export function ask(agent, { port }, { path, cookie, body }) {
  return new Promise((done, failed) => {
    const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }) };
    const request = http.request({ agent, port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET', headers }, (response) => {
      /** @type {Buffer[]} */
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        if ((response.statusCode ?? 500) >= 400) failed(new Error(`${path} was answered with ${response.statusCode}: ${text.slice(0, 300)}`));
        else done({ text, total: /** @type {string | undefined} */ (response.headers['x-total-count']) });
      });
    });
    request.on('error', failed);
    request.end(body && JSON.stringify(body));
  });
}

/** Both must give the same rows, else their times mean nothing. @param {import('./figures.mjs').Figure} figure @param {import('./servers.mjs').Server} api @param {import('./servers.mjs').Server} bare */
export async function sameRows(figure, api, bare) {
  const agent = new http.Agent({ keepAlive: true });
  try {
    for (const at of figure.fenced.length > 0 ? [0, 3] : []) {
      const [ours, plain] = [await ask(agent, api, figure.ours.at(at)), await ask(agent, bare, figure.bare.at(at))];
      if (keysOf(ours) !== keysOf(plain))
        throw new Error(`${figure.name}: the API and the plain SQL give different rows\n${keysOf(ours)}\n${keysOf(plain)}`);
    }
  } finally {
    agent.destroy();
  }
}

/** Of a list its rows' ids in their order, and the total; of anything else every id in it. @param {{ text: string, total: string | undefined }} answer */
function keysOf({ text, total }) {
  const content = JSON.parse(text);
  if (total !== undefined) return `${total}: ${content.map((/** @type {{ id: string }} */ row) => row.id)}`;
  return [...new Set(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))].sort().join();
}
