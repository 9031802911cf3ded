/**
 * A migrated PostgreSQL server of its own for one spec, which stops and starts it: a line `stop` or `start` on the input is
 * answered by a line of JSON on the output, as is its first start. It is gone when the input ends.
 */
import { createInterface } from 'node:readline';
import { endAll, endOnSignals } from '../endings.mjs';
import { startTestServer } from './test-database.mjs';

endOnSignals(
  () => {},
  () => 130,
);
try {
  const server = await startTestServer('on-call');
  const done = { stop: server.stop, start: server.start };
  console.log(JSON.stringify(server.environment));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'stop' && line !== 'start') throw new Error(`What is "${line}"? It stops and starts.`);
    await done[line]();
    console.log(JSON.stringify({ done: line }));
  }
} finally {
  await endAll();
}
process.exit(0);
