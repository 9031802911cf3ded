/** The table, a line for each figure. */

/** @typedef {{ clients: number, ours: import('./measure.mjs').Measured, bare: import('./measure.mjs').Measured }} Cell */

const wide = 32;
const number = (/** @type {number} */ value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const column = 46;

/** @param {number[]} clients */
export function headLine(clients) {
  const heads = clients.map((many) => `${many} clients: a second, bare, ratio; ms p50/p95`.padEnd(column));
  return `\n${'figure'.padEnd(wide)} aim  ${heads.join(' | ')}`;
}

/** @param {import('./figures.mjs').Figure} figure @param {Cell[]} cells @param {number[]} clients */
export function lineOf(figure, cells, clients) {
  const texts = clients.map((many) => {
    const cell = cells.find((one) => one.clients === many);
    if (!cell) return 'not asked: slow'.padEnd(column);
    const { ours, bare } = cell;
    const ratio = ours.perSecond / bare.perSecond;
    const times = `${number(ours.p50)}/${number(ours.p95)} (${number(bare.p50)}/${number(bare.p95)})`;
    const failed = ours.failed > 0 ? ` ${ours.failed} failed` : '';
    const rates = `${number(ours.perSecond).padStart(6)} ${number(bare.perSecond).padStart(6)} ${ratio.toFixed(2).padStart(5)}${ratio < figure.aim ? '!' : ' '}`;
    return `${rates} ${times}${failed}`.padEnd(column);
  });
  return `${figure.name.padEnd(wide)} ${figure.aim.toFixed(1)}  ${texts.join(' | ')}`;
}

/** @param {string} name @param {number} aim at most so many times as long @param {number} ours seconds @param {number} plain */
export function jobLine(name, aim, ours, plain) {
  const ratio = ours / plain;
  const time = (/** @type {number} */ seconds) => (seconds < 0.1 ? `${(seconds * 1000).toFixed(2)} ms` : `${seconds.toFixed(2)} s`);
  return `${name.padEnd(wide)} ${aim.toFixed(1)}  ${time(ours)}, plain ${time(plain)}, ${ratio.toFixed(2)} times${ratio > aim ? '!' : ''}`;
}

/** @param {number[]} numbers */
export const middle = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
