/** Plants one violation of each kind into a small workspace and expects the check to name it, and nothing else. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDirections } from './check.mjs';

const workspace = join(import.meta.dirname, '../../..');
/** @type {string} */
let root;

/** A workspace with the real package.json files and these sources. @param {Record<string, string>} files */
function write(files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

const lawful = {
  'libs/contracts/src/meetings/codes.ts': `export const channels = ['office'] as const;`,
  'libs/contracts/src/meetings/meeting.ts': `import { IsIn } from 'class-validator';\nimport { channels } from './codes.js';\nexport class Meeting { @IsIn(channels) channel!: string; }`,
  'libs/platform/src/postgres/index.ts': `import pg from 'pg';\nexport { inside } from './inside.js';\nexport const open = () => new pg.Client();`,
  'libs/platform/src/postgres/inside.ts': `export const inside = 1;`,
  'libs/platform/src/queue/index.ts': `export { Queue } from 'bullmq';`,
  'libs/domain/src/history/index.ts': `export const history = 1;`,
  'libs/domain/src/meetings/index.ts': `export { log } from './meeting.service.js';`,
  'libs/domain/src/meetings/meeting.service.ts': `import { Injectable } from '@nestjs/common';\nimport { history } from '../history/index.js';\nimport { open } from '@stegvis/platform/postgres';\n@Injectable() export class Log { constructor(readonly a: string) {} }\nexport const log = [history, open];`,
  'libs/domain/src/meetings/testing.ts': `export const aMeeting = 1;`,
  'libs/domain/src/my-day/index.ts': `import { log } from '@stegvis/domain/meetings';\nexport const day = log;`,
  'apps/api/src/meetings/meetings.controller.ts': `import { log } from '@stegvis/domain/meetings';\nimport { Meeting } from '@stegvis/contracts/meetings/meeting';\nexport const all = [log, Meeting];`,
  'apps/api/test/meetings.http.spec.ts': `import { Client } from 'pg';\nimport { migrate } from '@stegvis/database/migrate';\nimport { aMeeting } from '@stegvis/domain/meetings/testing';\nexport const all = [Client, migrate, aMeeting];`,
  'apps/database/src/migrate.ts': `export const migrate = 1;`,
  'apps/staff/src/meetings/MeetingList.tsx': `import type { Meeting } from '@stegvis/contracts/meetings/meeting';\nimport { channels } from '@stegvis/contracts/meetings/codes';\nexport const List = (meeting: Meeting) => <p>{meeting.channel}{channels.map((channel) => <b key={channel} />)}</p>;`,
};

/** @type {[string, string, string, RegExp][]} what, planted file, its content, the reason expected */
const violations = [
  ['contracts → domain', 'libs/contracts/src/a.ts', `import { history } from '@stegvis/domain/history';`, /may import only itself/],
  ['contracts → another package', 'libs/contracts/src/a.ts', `import 'bullmq';`, /contracts cross the wire/],
  ['platform → domain', 'libs/platform/src/a/index.ts', `import { history } from '@stegvis/domain/history';`, /may import only libs\/contracts/],
  ['domain → app', 'libs/domain/src/history/a.ts', `import { migrate } from '@stegvis/database/migrate';`, /may import only/],
  [
    'domain → app, by its path',
    'libs/domain/src/history/a.ts',
    `import { migrate } from '../../../../apps/database/src/migrate.js';`,
    /may import only/,
  ],
  ['app → app', 'apps/api/src/a.ts', `import { migrate } from '@stegvis/database/migrate';`, /may import only/],
  [
    'staff → domain, a type',
    'apps/staff/src/a.tsx',
    `import type { Log } from '@stegvis/domain/meetings';\nexport const A = () => <p />;`,
    /may import only/,
  ],
  [
    'staff → decorators',
    'apps/staff/src/a.tsx',
    `import { Meeting } from '@stegvis/contracts/meetings/meeting';\nexport const A = () => <p>{String(Meeting)}</p>;`,
    /decorators/,
  ],
  ['staff → decorators, lazily', 'apps/staff/src/a.tsx', `export const A = () => import('@stegvis/contracts/meetings/meeting');`, /decorators/],
  ['up the stairs', 'libs/domain/src/history/a.ts', `import { log } from '../meetings/index.js';`, /is below meetings/],
  ['up the stairs, a type', 'libs/domain/src/history/a.ts', `import type { Log } from '@stegvis/domain/meetings';`, /is below meetings/],
  [
    'up the stairs, a type in a signature',
    'libs/domain/src/history/a.ts',
    `export let a: import('@stegvis/domain/meetings').Log;`,
    /is below meetings/,
  ],
  ['up the stairs, passed on', 'libs/domain/src/history/a.ts', `export * from '@stegvis/domain/meetings';`, /is below meetings/],
  ['beside the stairs', 'libs/domain/src/extras/index.ts', `import '@nestjs/common';`, /has its place/],
  ['past the index', 'libs/domain/src/my-day/a.ts', `import { Log } from '../meetings/meeting.service.js';`, /only its index/],
  ['builders outside tests', 'libs/domain/src/my-day/a.ts', `import { aMeeting } from '@stegvis/domain/meetings/testing';`, /by tests/],
  ['the API → the queue', 'apps/api/src/a.ts', `import { Queue } from '@stegvis/platform/queue';`, /only the worker opens/],
  ['domain → HTTP', 'libs/domain/src/history/a.ts', `import { HttpAdapterHost } from '@nestjs/core';`, /know nothing of HTTP/],
  ['pg elsewhere', 'libs/platform/src/mail/index.ts', `import type { Client } from 'pg';`, /one place talks to the database/],
  ['the API opens the queue', 'apps/api/src/a.ts', `import { Queue } from 'bullmq';`, /never opens the queue/],
  ['a circle', 'libs/platform/src/postgres/inside.ts', `import { open } from './index.js';\nexport const inside = open;`, /circle/],
  ['a circle of types', 'libs/platform/src/postgres/inside.ts', `import type { open } from './index.js';\nexport let inside: typeof open;`, /circle/],
  ['no such file', 'apps/worker/src/a.ts', `import './nowhere.js';`, /no such file/],
  ['not exported', 'apps/worker/src/a.ts', `import '@stegvis/domain/nowhere';`, /does not export/],
  ['not declared', 'apps/worker/src/a.ts', `import 'left-pad';`, /not among the dependencies/],
  ['a broken file', 'apps/worker/src/a.ts', `import { from;`, /cannot be read/],
];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'stegvis-directions-'));
  for (const path of ['package.json', ...['contracts', 'platform', 'domain'].map((name) => `libs/${name}/package.json`)])
    cpSync(join(workspace, path), join(root, path));
  for (const name of ['api', 'worker', 'staff', 'database'])
    cpSync(join(workspace, `apps/${name}/package.json`), join(root, `apps/${name}/package.json`));
  write(lawful);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('import directions', () => {
  it('finds nothing in a lawful workspace', async () => {
    expect(await checkDirections(root)).toEqual([]);
  });

  it.each(violations)('refuses: %s', async (_what, path, content, reason) => {
    const before = /** @type {Record<string, string>} */ (lawful)[path];
    write({ [path]: content });
    const refusals = await checkDirections(root);
    if (before) write({ [path]: before });
    else rmSync(join(root, path));
    expect(refusals).toEqual([expect.stringMatching(reason)]);
  });
});
