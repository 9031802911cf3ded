import { describe, expect, it } from '@jest/globals';
import { asJob } from '../postgres/asker.js';
import { faultFields } from './fault.js';
import { makeLog } from './log.js';

async function logged(write: (log: ReturnType<typeof makeLog>) => unknown): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  await write(makeLog({ write: (line) => lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}');
}

describe('the log', () => {
  it('keeps ids, codes and counts and drops every other field', async () => {
    const line = await logged((log) => log.info({ runId: 'a', made: 3, givenName: 'Åsa', parameters: ['19900517-1234'] }, 'said'));
    expect(line).toMatchObject({ runId: 'a', made: 3, msg: 'said' });
    expect(JSON.stringify(line)).not.toMatch(/Åsa|19900517/);
  });

  it('says which job or request it was', async () => {
    const line = await logged((log) => asJob('sweep-follow-ups', 'request-7', async () => log.info('said')));
    expect(line).toMatchObject({ job: 'sweep-follow-ups', requestId: 'request-7' });
  });

  it('knows of a fault its name, code, constraint and place, and not what the database quoted', async () => {
    const fault = Object.assign(new Error('Key (identity_number)=(19900517-1234)\nof Åsa already exists'), {
      code: '23505',
      constraint: 'known_once',
    });
    const line = await logged((log) => log.error(faultFields(fault), 'failed'));
    expect(line).toMatchObject({ fault: 'Error', code: '23505', constraint: 'known_once' });
    expect(line.at).toEqual(expect.arrayContaining([expect.stringContaining('log.spec')]));
    expect(JSON.stringify(line)).not.toMatch(/Åsa|19900517/);
  });
});
