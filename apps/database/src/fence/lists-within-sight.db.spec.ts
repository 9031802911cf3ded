import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnrolmentsService } from '@stegvis/domain/enrolments';
import { MeetingsService } from '@stegvis/domain/meetings';
import { IdentityVault, ParticipantsService } from '@stegvis/domain/participants';
import { RemindersService } from '@stegvis/domain/reminders';
import { StagePeriodsService } from '@stegvis/domain/stage-periods';
import { request, type Sight, UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff } from '@stegvis/platform/postgres/testing';
import { type FencedWorld, fencedWorld } from './testing.js';

interface List {
  list(filters: object, window: { start: number; end: number; order: 'ASC' | 'DESC' }): Promise<{ rows: { id: string }[]; total: number }>;
}

let world: FencedWorld;
let work: UnitOfWork;
let lists: Record<string, List>;
beforeAll(async () => {
  world = await fencedWorld();
  work = new UnitOfWork(world.api);
  const reminders = new RemindersService(work);
  lists = {
    participants: new ParticipantsService(work, new IdentityVault(Buffer.alloc(32, 1).toString('base64'))),
    enrolments: new EnrolmentsService(work, reminders),
    meetings: new MeetingsService(work, reminders),
    reminders,
    'stage-periods': new StagePeriodsService(work),
  } as never;
});
afterAll(async () => {
  await work?.close();
  await world?.drop();
});

/** Every id of a list, page by page, with its total; `sight` is what the API would know of the asker. */
async function all(staffId: string, list: List, sight?: Sight): Promise<{ ids: string[]; total: number }> {
  return asStaff(staffId, async () => {
    (request.getStore() as { sight?: Sight }).sight = sight;
    const ids: string[] = [];
    let total = 0;
    do {
      const page = await list.list({}, { start: ids.length, end: ids.length + 200, order: 'ASC' });
      total = page.total;
      ids.push(...page.rows.map(({ id }) => id));
    } while (ids.length < total && ids.length < 2_000);
    return { ids, total };
  });
}

const names = ['participants', 'enrolments', 'meetings', 'reminders', 'stage-periods'];

describe('a list that is looked for within what somebody sees at most', () => {
  it.each(['coach', 'local-leader', 'project-leader'] as const)(
    'gives a %s what the policies give',
    async (role) => {
      const askers: { id: string }[] = await world.owner.query(
        `select distinct staff_id as id from app.role_assignment r where role = $1
         and not exists (select from app.role_assignment o where o.staff_id = r.staff_id and o.role <> r.role) order by 1 limit 6`,
        [role],
      );
      let rows = 0;
      for (const { id } of askers) {
        for (const name of names) {
          const list = lists[name] as List;
          const [narrowed, whole] = [await all(id, list, role), await all(id, list)];
          expect([name, narrowed]).toEqual([name, whole]);
          rows += whole.total;
        }
      }
      expect(rows).toBeGreaterThan(50);
    },
    60_000,
  );

  it('gives nobody more for a sight that is not theirs', async () => {
    const coach = await world.demo('coach');
    for (const name of names) {
      const whole = await all(coach, lists[name] as List);
      for (const sight of ['local-leader', 'project-leader'] as const) {
        const { ids } = await all(coach, lists[name] as List, sight);
        expect(ids.filter((id) => !whole.ids.includes(id))).toEqual([]);
      }
    }
  });
});
