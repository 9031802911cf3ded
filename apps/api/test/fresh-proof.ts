import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { aSession } from './a-session.js';
import { Client } from './client.js';

/** The routes for which somebody has to have proved lately who they are: they give, open, take out, or change how somebody signs in. */
export const provedRoutes: readonly string[] = [
  'GET /api/exports/{id}/file',
  'GET /api/report-runs/{id}/export/csv',
  'GET /api/report-runs/{id}/export/xlsx',
  'GET /api/submissions/{id}/export/csv',
  'GET /api/submissions/{id}/export/xlsx',
  'POST /api/auth/second-factor/begin',
  'POST /api/auth/second-factor/recovery-codes',
  'POST /api/auth/second-factor/turn-off',
  'POST /api/exports',
  'POST /api/name-grants',
  'POST /api/openings',
  'POST /api/role-assignments',
  'POST /api/role-assignments/{id}/confirm',
  'POST /api/staff/{id}/turn-off-second-factor',
  'POST /api/stand-ins',
  'PUT /api/role-assignments/{id}',
];

/** How a route answers somebody whose last proof is six minutes old, where that deviates from a refusal. */
export async function letInUnproved(url: string, database: Pick<TestDatabase, 'sql'>, staffId: string, route: string): Promise<string[]> {
  const [method = '', path = ''] = route.replace(/\{\w+\}/, '00000000-0000-4000-8000-000000000000').split(' ');
  const { status, body } = await new Client(url).send<ProblemDocument>(
    method,
    path,
    method === 'GET' ? undefined : {},
    await aSession(database, staffId, 6),
  );
  return status === 403 && body.code === 'step-up-needed' ? [] : [`${route}: step-up-needed is right, ${status} ${body.code ?? ''} came back`];
}
