import type { Protection } from '@stegvis/contracts/participants/codes';
import { namedForDays } from '@stegvis/contracts/protection/limits';
import { plusDays } from './days.js';
import type { Enrolments } from './enrolments.js';
import { at, workdayBefore } from './moments.js';
import type { People } from './people.js';
import { type DemoSite, keysOf } from './places.js';
import type { Running } from './running.js';
import type { Team } from './staff.js';
import type { World } from './world.js';

/** Somebody who is protected: found by site, seat and how far they have come. */
interface Told {
  site: string;
  seat: number;
  protection: Exclude<Protection, 'none'>;
  daysAgo: number;
  /** So many days ago the coach asked that it be lifted; nobody has confirmed. */
  liftAskedDaysAgo?: number;
  /** So many days ago somebody who is not named referred the person once more, and was told nothing. */
  againDaysAgo?: number;
}

/**
 * One of the demo coach's caseload; one whose protection waits for the second decider, and whose number was registered again;
 * one whose naming soon ends. Each at another site.
 */
const protectedPeople: readonly Told[] = [
  { site: 'Gotland', seat: 0, protection: 'confidentiality-mark', daysAgo: 20 },
  { site: 'Västervik', seat: 1, protection: 'protected-registration', daysAgo: 30, liftAskedDaysAgo: 3, againDaysAgo: 6 },
  { site: 'Jönköping', seat: 1, protection: 'confidentiality-mark', daysAgo: 80 },
];

/** Protects some of those whose enrolment goes on: decided by the leader of the site, who names the coach. */
export function protectSome(
  world: World,
  makers: { people: People; enrolments: Enrolments },
  teams: ReadonlyMap<DemoSite, Team>,
  begun: readonly Running[],
): void {
  for (const told of protectedPeople) {
    const day = workdayBefore(plusDays(world.today, -told.daysAgo));
    const one = begun.find((running) => fits(running, told, plusDays(day, -14)));
    if (!one) throw new Error(`Nobody at ${told.site} can be protected`);
    const team = teams.get(one.site) as Team;
    protect(world, one, { ...told, by: team.leader, coach: one.coachOn(world.today), day });
    if (told.liftAskedDaysAgo !== undefined) {
      const asked = workdayBefore(plusDays(world.today, -told.liftAskedDaysAgo));
      const coach = one.coachOn(asked);
      world.at(at(asked, '10:42'), { staff: coach }, (act) =>
        act.change('participant', one.personId, { lift_asked_by: coach, lift_asked_on: asked }),
      );
    }
    if (told.againDaysAgo !== undefined)
      makers.enrolments.refer(
        { site: one.site, team, story: { status: 'referred', seat: 0 }, person: makers.people.addAgain(one.site, one.person) },
        workdayBefore(plusDays(world.today, -told.againDaysAgo)),
      );
  }
}

/** Somebody with one enrolment that began before a day and goes on, with a number if it is to be registered again, and no part in another story. */
const fits = ({ site, story, startDate, person, ownDay }: Running, told: Told, before: string): boolean =>
  site.facts.name === told.site &&
  story.seat === told.seat &&
  story.status === 'active' &&
  !story.returning &&
  story.coSeat === undefined &&
  !story.today &&
  (!ownDay || story.situation === 'job') &&
  startDate < before &&
  !person.pseudonymous &&
  (told.againDaysAgo === undefined || person.number !== null);

interface Decision extends Told {
  by: string;
  coach: string;
  day: string;
}

/** From then on the person is there for the two named alone, and where the person lives is taken away. */
function protect(world: World, { id, personId, site }: Running, { protection, by, coach, day }: Decision): void {
  world.at(at(day, '15:24'), { staff: by }, (act) => {
    act.change('participant', personId, { protection, address: null });
    if (world.row('enrolment', id).municipality_code !== null) act.change('enrolment', id, { municipality_code: null });
    for (const staff of [by, coach])
      act.insert('named_staff', {
        id: world.chance.uuid(),
        organisation_id: keysOf(site).organisation_id,
        participant_id: personId,
        staff_id: staff,
        decided_by: by,
        decided_on: day,
        valid_from: day,
        valid_to: plusDays(day, namedForDays),
        version: 1,
      });
  });
}
