/** API and worker together: started, watched for an unexpected end, and stopped. */
import { startChild, waitUntilReady } from './children.mjs';
import { atTheEnd } from './endings.mjs';
import { tellTurn } from './turn.mjs';
import { apiProgram, staffUi, workerProgram } from './workspace.mjs';

/** The name by which this machine reaches what listens on this address. @param {string | undefined} host the value of HOST */
export function reachableHost(host) {
  const everywhere = !host || host === '0.0.0.0' || host === '::';
  return everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
}

/**
 * @param {NodeJS.ProcessEnv} env @param {number} port @param {boolean} show their output in the terminal
 * @param {(child: import('./children.mjs').Child, why: string) => void} onDeath
 */
export function makeServices(env, port, show, onDeath) {
  /** @type {import('./children.mjs').Child[]} */
  let children = [];
  let stopping = false;

  async function stop() {
    stopping = true;
    await Promise.all(children.map((child) => child.stop()));
    children = [];
  }

  /** @returns {Promise<string | null>} null when the API can serve, else the reason why not */
  async function start() {
    stopping = false;
    const own = { ...env, PORT: String(port), STEGVIS_STAFF_UI: staffUi };
    const api = startChild('api', apiProgram, own, show);
    children = [api, startChild('worker', workerProgram, own, show)];
    tellTurn({ children: children.map((child) => child.identity) });
    for (const child of children) child.ended.then((why) => stopping || onDeath(child, why));
    const reason = await waitUntilReady(`http://${reachableHost(env.HOST)}:${port}`, api);
    return stopping ? null : reason;
  }

  atTheEnd(stop);
  return { start, stop };
}
