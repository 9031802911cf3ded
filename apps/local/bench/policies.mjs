/** What the access rules themselves cost: a coach's list of thirty under them, beside the same SQL with the rule written out. */
import { asRole, state } from './cause.mjs';
import { listSql, sqlOf, withoutAccess } from './plain-sql.mjs';
import { jobLine, middle } from './table.mjs';

const rows = 30;
const times = 300;
const aim = 1.3;

/**
 * Both are prepared once and asked in turn, so that whatever else the machine does weighs on both. The owner is no superuser,
 * but its policies are `true`, which PostgreSQL leaves out of the plan.
 * @param {NodeJS.ProcessEnv} env @param {import('pg').Client} owner @param {import('./world.mjs').World} world @param {(line: string) => void} say
 */
export async function measurePolicies(env, owner, { coaches: [coach] }, say) {
  const id = coach?.id ?? '';
  const visible = 'r.id = any (array(select access.my_coached_participants()))';
  const how = { order: 'r."name" collate app.swedish ASC nulls last, r.id ASC', limit: rows };
  const people = sqlOf('participants/participants.sql');
  const fenced = { name: 'fenced', text: listSql(people, { ...how, visible }).page, values: [] };
  const plain = { name: 'plain', text: listSql(people, { ...how, visible: withoutAccess(visible, '$1') }).page, values: [id] };
  const api = await asRole(env, 'api');
  try {
    await api.query('begin');
    await state(api, owner, id);
    for (const client of [api, owner]) await client.query('set plan_cache_mode = force_generic_plan');
    const [ours, other] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    for (let time = 0; time < times; time++) {
      ours.push(await timed(api, fenced));
      other.push(await timed(owner, plain));
    }
    await api.query('rollback');
    say(jobLine(`policies: a coach's ${rows} people`, aim, middle(ours) / 1000, middle(other) / 1000));
  } finally {
    await owner.query('reset plan_cache_mode');
    await api.end();
  }
}

/** @param {import('pg').Client} client @param {import('pg').QueryConfig} query */
async function timed(client, query) {
  const since = performance.now();
  await client.query(query);
  return performance.now() - since;
}
