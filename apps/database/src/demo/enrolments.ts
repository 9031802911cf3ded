import type { Case } from './cases.js';
import { type Course, mistakeOf } from './courses.js';
import { type Day, daysBetween, later, plusDays } from './days.js';
import { differences } from './differences.js';
import { type EntryFacts, entryFacts, exitFacts, noEntryFacts, voluntaryFacts } from './facts.js';
import { at, clock, workdayBefore, workdaysLater } from './moments.js';
import type { People } from './people.js';
import { keysOf } from './places.js';
import { type Place, Referrals, seatOn } from './referrals.js';
import type { Running } from './running.js';
import { type Holder, holderOn } from './staff.js';
import { writeStages } from './stage-moves.js';
import { type Pace, stagesOf } from './stages.js';
import { type By, type Moment, type Tell, type World } from './world.js';

/** Exit facts are asked for when four weeks are nearly over: until then they are usually not there. */
const factsAreThereAfterDays = 28;
/** Of those who left in the last so many days, nobody has asked one in so many for the facts; of earlier ones all are known by now. */
const forgotten = { days: 200, oneIn: 7 } as const;

/** Tells how people are accepted, paused and leave, each step by whoever does it. */
export class Enrolments {
  private readonly referrals: Referrals;
  private leftLately = 0;
  private longOnes = 0;

  constructor(
    private readonly world: World,
    private readonly people: People,
  ) {
    this.referrals = new Referrals(world);
  }

  /** A referral that waits, or that was declined. */
  refer(place: Place, referredOn: Day): void {
    this.referrals.refer(place, referredOn);
  }

  /** An enrolment that begins. `before`: an earlier one of the same person, whose facts it keeps. */
  begin(place: Place, course: Course, pace: Pace, before?: Running): Running {
    const { chance, today, lastWorkday } = this.world;
    const { site, team, story, person } = place;
    const { startDate, endDate } = course;
    const seat = seatOn(team, story.seat ?? 0, startDate);
    const coachOn = (day: Day) => holderOn(seat, day).id;
    const id = chance.uuid();
    const acceptedAt = chance.percent(80) ? at(startDate, clock(chance, 8, 10)) : at(this.nextWorkday(startDate), `08:0${chance.whole(2, 9)}`);
    const referredOn = this.referralBefore(place, startDate, before?.exitedAt?.slice(0, 10));
    const nameCoach = this.referrals.write(place, id, referredOn, { seat, known: before?.id ?? null, acceptedAt });
    if (daysBetween(referredOn, startDate) > 20 && chance.percent(40))
      this.world.at(at(workdaysLater(referredOn, 4), clock(chance, 13, 16)), { staff: team.leader }, (act) =>
        act.change('enrolment', id, { status: 'waiting' }),
      );
    const exitedAt = endDate === null ? null : this.exitAt(story, endDate);
    const stages =
      story.exitReason === 'registered-by-mistake'
        ? []
        : stagesOf(chance, pace, { startDate, endDate, lastDay: lastWorkday, today, endKnown: story.situation === 'internship-ending' ? 7 : 0 });
    const silentSince = story.quiet
      ? plusDays(today, -chance.whole(36, 60))
      : story.status === 'on-hold'
        ? plusDays(today, -chance.whole(20, 50))
        : null;
    const ownDay = story.seat === 0 && site.facts.name === 'Gotland';
    const pause = this.pauseOf(course, story, ownDay);
    const running: Running = {
      id,
      personId: person.id,
      site,
      seat,
      person,
      givenName: person.pseudonymous ? 'Deltagaren' : person.name.given,
      startDate,
      endDate,
      stages,
      coachOn,
      acceptedAt,
      exitedAt,
      silentSince,
      pause,
      story,
      ownDay,
    };
    const facts = before ? noEntryFacts : entryFacts(chance, person.name, site.facts.municipalityCode, startDate, story.missing ?? false);
    const moves = writeStages(this.world, running);
    this.accept(running, place, facts, before !== undefined, (act) => {
      nameCoach(act);
      moves.first(act);
    });
    this.pauses(running);
    this.leave(running, moves.last);
    this.moveHome(running);
    return running;
  }

  private referralBefore({ person, site }: Place, startDate: Day, after?: Day): Day {
    const wait = this.world.chance.whole(...differences[person.gender].waitForStart);
    const earliest = later(plusDays(site.projectStart, 5), after ? plusDays(after, 2) : site.projectStart);
    const referred = later(plusDays(startDate, -wait), earliest);
    const day = workdayBefore(referred);
    return day < earliest ? workdaysLater(referred, 0) : day;
  }

  /** The first day: status, coach and first stage at once, and the facts when somebody has time to ask. */
  private accept(running: Running, { site, team, person, story }: Place, facts: EntryFacts, again: boolean, begin: Tell): void {
    const { chance, lastWorkday } = this.world;
    const { id, acceptedAt, startDate } = running;
    const { labour_status, education_level, unemployed_since, income_sources, ...origin } = facts;
    const coach: By = { staff: running.coachOn(acceptedAt.slice(0, 10)) };
    this.world.at(acceptedAt, coach, (act) => {
      act.change('enrolment', id, { status: 'active', start_date: startDate, ...(again ? {} : origin) });
      begin(act);
    });
    const second = story.coSeat === undefined ? undefined : (team.seats[story.coSeat] as readonly Holder[]);
    if (second) {
      const from = workdaysLater(startDate, 5);
      const row = {
        id: chance.uuid(),
        ...keysOf(site),
        enrolment_id: id,
        staff_id: holderOn(second, from).id,
        part: 'co',
        valid_from: from,
        valid_to: null,
        version: 1,
      };
      this.world.at(at(from, clock(chance, 13, 15)), coach, (act) => act.insert('enrolment_coach', row));
    }
    const askedOn = workdaysLater(acceptedAt.slice(0, 10), chance.percent(85) ? chance.whole(0, 8) : chance.whole(11, 24));
    const asked = `${askedOn} ${clock(chance, 11, 16)}`;
    if (again || story.exitReason === 'registered-by-mistake' || askedOn > lastWorkday || (running.exitedAt && asked >= running.exitedAt)) return;
    const answers = voluntaryFacts(chance, true, person.name.background !== 'swedish');
    const known = Object.entries({ labour_status, education_level, unemployed_since, income_sources }).filter(([, value]) => value !== null);
    this.world.at(asked, { staff: running.coachOn(askedOn) }, (act) => {
      if (known.length > 0) act.change('enrolment', id, Object.fromEntries(known));
      if (Object.values(answers).some((answer) => answer !== 'not-asked')) act.change('voluntary_facts', id, answers);
    });
  }

  /** A pause of some weeks in every seventh long enrolment: by chance alone some worlds had hardly any. */
  private pauseOf({ startDate, endDate }: Course, story: Case, ownDay: boolean): readonly [Day, Day] | null {
    const { chance, lastWorkday } = this.world;
    const days = daysBetween(startDate, endDate ?? lastWorkday);
    if (days < 150 || ownDay || story.quiet || story.status === 'on-hold' || this.longOnes++ % 7 !== 0) return null;
    const from = workdaysLater(plusDays(startDate, chance.whole(45, days - 90)), 0);
    return [from, workdaysLater(plusDays(from, chance.whole(14, 40)), 0)];
  }

  private pauses(running: Running): void {
    const { chance } = this.world;
    const change = (day: Day, status: string) =>
      this.world.at(at(day, clock(chance, 9, 12)), { staff: running.coachOn(day) }, (act) => act.change('enrolment', running.id, { status }));
    if (running.pause) {
      change(running.pause[0], 'on-hold');
      change(running.pause[1], 'active');
    }
    if (running.story.status === 'on-hold' && running.silentSince) change(workdaysLater(running.silentSince, 1), 'on-hold');
  }

  /** When an exit is written down: on the day itself, or some days later. A mistake is seen much later. */
  private exitAt(story: Case, endDate: Day): Moment {
    const { chance, today, lastWorkday } = this.world;
    if (story.exitReason === 'registered-by-mistake') return at(mistakeOf(today).seenOn, clock(chance, 9, 12));
    if (chance.percent(60)) return at(endDate, `18:0${chance.whole(0, 9)}`);
    const day = workdaysLater(endDate, chance.whole(1, 6));
    return day > lastWorkday ? at(endDate, '18:10') : at(day, clock(chance, 9, 15));
  }

  private leave(running: Running, endStages: Tell): void {
    const { chance, today, lastWorkday } = this.world;
    const { id, endDate, exitedAt, story } = running;
    if (endDate === null || exitedAt === null) return;
    const reason = story.exitReason as NonNullable<Case['exitReason']>;
    const coach: By = { staff: running.coachOn(exitedAt.slice(0, 10)) };
    this.world.at(exitedAt, coach, (act) => {
      act.change('enrolment', id, { status: 'exited', end_date: endDate, exit_reason: reason });
      endStages(act);
    });
    const followed = reason !== 'deceased' && reason !== 'registered-by-mistake' && daysBetween(endDate, today) > factsAreThereAfterDays;
    const lately = followed && daysBetween(endDate, today) < forgotten.days;
    if (!followed || (lately && this.leftLately++ % forgotten.oneIn === 3)) return;
    const day = later(workdaysLater(endDate, chance.whole(8, 30)), workdaysLater(exitedAt.slice(0, 10), 1));
    const facts = exitFacts(chance, reason);
    const asked = day > lastWorkday ? lastWorkday : day;
    if (asked > exitedAt.slice(0, 10))
      this.world.at(at(asked, clock(chance, 9, 16)), { staff: running.coachOn(asked) }, (act) => act.change('enrolment', id, { ...facts }));
  }

  /** Somebody has a new telephone number or address. */
  private moveHome(running: Running): void {
    const { chance, lastWorkday } = this.world;
    if (!chance.percent(9)) return;
    const last = running.endDate ?? lastWorkday;
    const day = workdaysLater(plusDays(running.startDate, chance.whole(4, Math.max(4, daysBetween(running.startDate, last) - 4))), 0);
    if (day > last) return;
    const contact = this.people.newContact(running.site);
    this.world.at(at(day, clock(chance, 9, 16)), { staff: running.coachOn(day) }, (act) => {
      const before = this.world.row('participant', running.personId);
      // Of some nothing is kept that says where they are.
      if (before.protection !== 'none' || before.pseudonymous) return;
      if (Object.entries(contact).some(([name, value]) => before[name] !== value)) act.change('participant', running.personId, contact);
    });
  }

  private nextWorkday(day: Day): Day {
    const next = workdaysLater(day, 1);
    return next > this.world.lastWorkday ? day : next;
  }
}
