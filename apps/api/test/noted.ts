import type { DemoApi } from './demo-api.js';

/** An event of the access log, as far as specs look at it. */
export interface NotedEvent {
  action: string;
  outcome: 'given' | 'refused';
  email: string | null;
  roles: string[];
  participants: string[];
  record: string | null;
  shown: string[];
  criteria: string[] | null;
  hits: number | null;
}

const columns = `e.action, e.outcome, w.email, e.roles, e.participants::text[], e.record_id as record, e.shown, e.criteria, e.hits`;

/** What was noted of one request, named by its `X-Request-Id`. */
export const notedOf = (demo: Pick<DemoApi, 'database'>, { headers }: { headers: Headers }): Promise<NotedEvent[]> =>
  demo.database.sql<NotedEvent>(`select ${columns} from access_log.event e left join app.staff w on w.id = e.staff_id where e.request_id = $1`, [
    headers.get('x-request-id'),
  ]);

/** What was noted last of signing in and out. */
export const lastSignIns = (demo: Pick<DemoApi, 'database'>, count: number): Promise<NotedEvent[]> =>
  demo.database.sql<NotedEvent>(
    `select ${columns} from access_log.event e left join app.staff w on w.id = e.staff_id where e.action in ('sign-in', 'sign-out') order by e.id desc limit $1`,
    [count],
  );
