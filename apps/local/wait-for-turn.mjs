/** Waits until no other process of this clone manages the embedded database. */
import { Advice, say } from './say.mjs';
import { currentTurn, takeTurn } from './turn.mjs';

/** A start whose npm was killed notices within a second; only then does it begin to stop. */
const noticing = 3_000;
const finishing = 60_000;

/** @param {string} what we are, as typed */
export async function waitForTurn(what) {
  const since = performance.now();
  let told = false;
  while (!takeTurn(what)) {
    const other = currentTurn();
    if (!other) continue;
    const stays = other.what.startsWith('npm start') || other.what.startsWith('npm run dev');
    const patience = stays && other.state !== 'stopping' ? noticing : finishing;
    if (performance.now() - since > patience) throw new Advice(busy(other));
    if (!told && patience === finishing) {
      say(`Waiting for "${other.what}" (process ${other.process.pid}) to finish …`);
      told = true;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** @param {import('./turn.mjs').Turn} other */
function busy(other) {
  const where = other.address ? ` at ${other.address}` : '';
  return `Stegvis already runs from this folder${where} ("${other.what}", process ${other.process.pid}). Use that one, or stop it first (Ctrl-C, or kill ${other.process.pid}).`;
}
