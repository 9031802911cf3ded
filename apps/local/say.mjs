/** Short lines for the person at the terminal. */

// A closed pipe (`npm start | head`) or a vanished terminal must not keep us from stopping our servers in order.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} line */
export function complain(line) {
  process.stderr.write(`${line}\n`);
}

/** An error whose message is all that the reader needs: it says what is wrong and what to do, so no stack is shown. */
export class Advice extends Error {}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Advice) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @param {number} since from `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
