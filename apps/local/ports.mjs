/** Ports: which are free, and which one to serve on. */
import { createServer } from 'node:net';
import { Advice } from './say.mjs';

/**
 * @param {number} port 0 for any @param {string} host
 * @returns {Promise<number | null>} the port, or null when it is taken
 */
function tryPort(port, host) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(null);
      // A machine without IPv6 has nothing listening there either.
      else if (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL') done(port);
      else fail(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** Free on every address of this machine, so that nobody reaches another program by our address. @param {number} port */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) if ((await tryPort(port, host)) === null) return false;
  return true;
}

/** A free port of 127.0.0.1, the preferred one if it can be had. @param {number} [preferred] */
export async function freePort(preferred) {
  if (preferred && (await tryPort(preferred, '127.0.0.1')) !== null) return preferred;
  const port = await tryPort(0, '127.0.0.1');
  if (port === null) throw new Advice('This machine has no free port on 127.0.0.1.');
  return port;
}

/**
 * The port to serve on: the wished one or none, and without a wish 3000 or the next free one.
 * @param {string | undefined} wish the value of PORT
 */
export async function portToServe(wish) {
  if (wish === undefined || wish === '') {
    for (let port = 3000; port < 3200; port++) if (await isFree(port)) return port;
    throw new Advice('No port from 3000 to 3199 is free. Choose one: PORT=8080 npm start');
  }
  const port = Number(wish);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Advice(`PORT is "${wish}"; it must be a whole number from 1 to 65535.`);
  if (await isFree(port)) return port;
  throw new Advice(
    `Port ${port} is used by another program (or needs more rights). Stop that program, choose another PORT, or leave PORT unset for the next free one.`,
  );
}
