import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.js';
import { daysBetween, plusDays, plusMonths, plusYears, weekday, workday } from './days.js';
import { movedPeriod } from './places.js';
import { fortsattSamverkan, smot } from './projects.js';
import { testNumber } from './test-numbers.js';
import { aWorld } from './testing.js';
import type { Row } from './world.js';

const dayOf = (moment: unknown) => String(moment).slice(0, 10);

/** What breaks in a world made on some day: the rules that the database would refuse, and those that make the demo worth seeing. */
function faultsOn(today: string): string[] {
  const world = aWorld(today);
  const faults: string[] = [];
  const must = (holds: boolean, what: string, row?: Row) => holds || faults.push(`${what} ${JSON.stringify(row ?? '')}`);
  const byId = (table: Parameters<typeof world.rows>[0]) => new Map(world.rows(table).map((row) => [row.id, row]));
  const [projects, enrolments, meetings] = [byId('project'), byId('enrolment'), byId('meeting')];
  for (const row of enrolments.values()) {
    const project = projects.get(row.project_id) as Row;
    if (row.start_date === null) continue;
    must(String(row.start_date) >= String(project.start_date) && String(row.start_date) < today, 'starts inside the project', row);
    must(row.end_date === null || (String(row.end_date) >= String(row.start_date) && String(row.end_date) < today), 'ends after the start', row);
  }
  for (const row of world.rows('stage_period')) {
    const enrolment = enrolments.get(row.enrolment_id) as Row;
    must(
      String(row.start_date) >= String(enrolment.start_date) && (row.end_date === null || String(row.end_date) >= String(row.start_date)),
      'stage in order',
      row,
    );
  }
  for (const row of world.rows('attendance')) {
    const [meeting, enrolment] = [meetings.get(row.meeting_id) as Row, enrolments.get(row.enrolment_id) as Row];
    const day = dayOf(meeting.starts_at);
    must(
      day >= String(enrolment.start_date) && (enrolment.end_date === null || day <= String(enrolment.end_date)),
      'meeting inside the enrolment',
      meeting,
    );
    must(day < today || meeting.status === 'planned', 'nothing is held before its time', meeting);
  }
  const coach = world.rows('staff').find(({ email }) => email === 'coach@stegvis.example')?.id;
  const mine = new Set(
    world
      .rows('enrolment_coach')
      .filter(({ staff_id }) => staff_id === coach)
      .map(({ enrolment_id }) => enrolment_id),
  );
  must([...enrolments.values()].filter(({ id, status }) => status === 'active' && mine.has(id)).length === 14, 'the demo coach has 14 active people');
  must(
    [...meetings.values()].filter(({ coach_id, starts_at }) => coach_id === coach && dayOf(starts_at) === today).length === 2,
    'the demo coach has two meetings today',
  );
  const numbers = world.rows('participant').filter(({ identity_number_hash }) => identity_number_hash !== null);
  must(
    new Set(numbers.map(({ identity_number_hash, organisation_id }) => `${organisation_id} ${identity_number_hash}`)).size === numbers.length,
    'a number is known once',
  );
  must(
    world
      .rows('stage_period')
      .some(({ stage, end_date }) => stage === 'internship' && String(end_date) >= today && String(end_date) <= plusDays(today, 6)),
    'an internship ends this week',
  );
  return faults;
}

describe('the demo world, on whatever day it is made', () => {
  // Days on which the projects have just been moved, or are about to be; ends of months and years; a leap day.
  it.each(Array.from({length: 1200}, (_, n) => plusDays('2026-11-20', n)))('%s',
    (today) => {
      expect(faultsOn(today)).toEqual([]);
    },
  );

  it('is the same for the same seed and day, and another for another seed', () => {
    const shown = (seed?: string) => aWorld('2026-11-22', seed).rows('enrolment');
    expect(shown()).toEqual(shown());
    expect(shown('another')).not.toEqual(shown());
  });
});

describe('the period of a project', () => {
  it('is moved by the fewest whole years that leave six months', () => {
    expect(movedPeriod(smot, '2026-11-22')).toEqual({ startDate: '2024-09-02', endDate: '2027-06-24', realPeriod: '2019-09-02 – 2022-06-24' });
    expect(movedPeriod(smot, '2026-12-24')).toMatchObject({ endDate: '2027-06-24' });
    expect(movedPeriod(smot, '2026-12-25')).toMatchObject({ endDate: '2028-06-24' });
    expect(movedPeriod(fortsattSamverkan, '2026-11-22')).toMatchObject({ startDate: '2025-08-01', endDate: '2027-12-31' });
  });

  it('stays as it is while six months are left', () => {
    expect(movedPeriod(smot, '2021-12-24')).toEqual({ startDate: '2019-09-02', endDate: '2022-06-24', realPeriod: null });
  });
});

describe('days', () => {
  it('are counted over months, years and the hour that is skipped in March', () => {
    expect(plusDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(plusMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(plusMonths('2026-12-24', 6)).toBe('2027-06-24');
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28');
    expect([weekday('2026-11-22'), workday('2026-11-22'), workday('2026-11-20')]).toEqual([7, '2026-11-23', '2026-11-20']);
  });
});

describe('chance', () => {
  it('falls within its bounds, and ids are never the same', () => {
    const chance = new Chance('bounds');
    const drawn = Array.from({ length: 2000 }, () => chance.whole(3, 5));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5]));
    const ids = Array.from({ length: 20000 }, () => chance.uuid());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(Array.from({ length: 500 }, () => chance.weighted({ often: 9, seldom: 1 })))).toEqual(new Set(['often', 'seldom']));
  });
});

describe('test numbers', () => {
  it('follow the rule of the series, and outside it there are none', () => {
    expect(testNumber('1991-07-17', 'woman')).toBe('199107172380');
    expect(() => testNumber('1975-12-31', 'man')).toThrow('no rule');
  });
});
