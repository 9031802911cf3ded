import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { protect } from '@stegvis/domain/participants/testing';
import { stating } from './sight.js';
import { type FencedWorld, fencedWorld, statement } from './testing.js';

let world: FencedWorld;
/** Two people of Gotland, and one of elsewhere. */
let here: string[];
let elsewhere: string;
let leader: string;
let auditor: string;

beforeAll(async () => {
  world = await fencedWorld();
  [leader, auditor] = [await world.demo('local-leader'), await world.demo('auditor')];
  const at = async (same: boolean) =>
    (await world.owner.query(
      `select p.id from app.participant p where (p.site_ids && array(select r.site_id from app.role_assignment r where r.staff_id = $1)) = $2
       and p.protection = 'none' order by p.id limit 2`,
      [leader, same],
    )) as { id: string }[];
  here = (await at(true)).map(({ id }) => id);
  elsewhere = (await at(false))[0]?.id ?? '';
});
afterAll(() => world?.drop());

/** Notes, as the owner, that a coach was shown these people; gives the name of the event. */
async function noted(people: string[], more: { action?: string; outcome?: string; record?: string; organisation?: string } = {}): Promise<string> {
  const [{ key }] = await world.owner.query(
    `insert into access_log.event (organisation_id, staff_id, roles, action, outcome, participants, record_id)
     values (coalesce($5, (select organisation_id from app.participant where id = $6)), $1, '{coach}', $2, $3, $4, $7) returning key`,
    [
      await world.demo('coach'),
      more.action ?? 'participants.read',
      more.outcome ?? 'given',
      people,
      more.organisation ?? null,
      people[0] ?? here[0],
      more.record ?? null,
    ],
  );
  return key;
}

/** What somebody is told of an event: the people in it, or undefined when it is not there. */
async function told(asker: string | undefined, event: string, about: string | null = null): Promise<string[] | undefined> {
  return stating(world.api, asker && statement(asker), async (runner) => {
    const [row] = await runner.query(`select people from access.log_events(null, null, $2, null, null, null, null, null, $1, false, 10)`, [
      [event],
      about,
    ]);
    return row?.people;
  });
}

describe('an event of the access log', () => {
  it('is there for the leader of the people’s site and the auditor of their organisation, and for nobody else', async () => {
    const event = await noted([here[0] as string]);
    expect(await told(leader, event)).toEqual([here[0]]);
    expect(await told(auditor, event)).toEqual([here[0]]);
    for (const role of ['coach', 'project-leader', 'funder', 'administrator'])
      expect([role, await told(await world.demo(role), event)]).toEqual([role, undefined]);
    expect(await told(undefined, event)).toBeUndefined();
  });

  it('tells a leader of the people of the own site alone', async () => {
    const event = await noted([here[0] as string, elsewhere]);
    expect(await told(leader, event)).toEqual([here[0]]);
    expect(await told(leader, await noted([elsewhere]))).toBeUndefined();
    expect(await told(leader, event, elsewhere)).toBeUndefined();
  });

  it('about nobody is there for the auditor: a sign-in, a search in vain, a deed', async () => {
    const event = await noted([], { action: 'sign-in' });
    expect(await told(auditor, event)).toEqual([]);
    expect(await told(leader, event)).toBeUndefined();
  });

  it('that is a refusal is there for the leader whose person was asked for', async () => {
    const event = await noted([], { outcome: 'refused', record: here[0] });
    const other = await noted([], { outcome: 'refused', record: elsewhere });
    expect(await told(leader, event)).toEqual([]);
    expect(await told(leader, event, here[0])).toEqual([]);
    expect(await told(leader, other)).toBeUndefined();
    expect(await told(leader, other, elsewhere)).toBeUndefined();
    expect(await told(auditor, event)).toEqual([]);
  });

  it('of another organisation is there for neither', async () => {
    const [{ id }] = await world.owner.query(
      `select id from app.organisation where id not in (select organisation_id from app.role_assignment where organisation_id is not null)
       and id not in (select organisation_id from app.site) limit 1`,
    );
    const event = await noted([], { action: 'sign-in', organisation: id });
    expect([await told(leader, event), await told(auditor, event)]).toEqual([undefined, undefined]);
  });

  it('about a protected person is there for the leader who is named, and not even its place for anybody else', async () => {
    const [first, second] = here as [string, string];
    const [alone, both] = [await noted([second]), await noted([first, second])];
    await protect(world.database, second, [leader]);
    expect([await told(leader, alone), await told(auditor, alone)]).toEqual([[second], undefined]);
    expect([await told(leader, both), await told(auditor, both)]).toEqual([[first, second].sort(), [first]]);
    expect(await told(auditor, both, second)).toBeUndefined();
    await world.owner.query('delete from app.named_staff where participant_id = $1', [second]);
    expect([await told(leader, alone), await told(leader, both)]).toEqual([undefined, [first]]);
    expect(await told(leader, both, second)).toBeUndefined();
  });

  it('cannot be read from the table, whoever asks', async () => {
    for (const asker of [leader, auditor])
      await expect(stating(world.api, statement(asker), (runner) => runner.query('select id from access_log.event'))).rejects.toThrow(
        'permission denied',
      );
  });
});
