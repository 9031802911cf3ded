import type { ExitReason } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { Case, Situation } from './cases.js';
import { type Day, daysBetween, later, plusDays } from './days.js';
import { type EntryFacts, entryFacts, exitFacts, noEntryFacts, noExitFacts, voluntaryFacts } from './facts.js';
import type { Running } from './meetings.js';
import type { Person } from './people.js';
import { type DemoSite, firstEntry } from './places.js';
import type { DemoCoach, Team } from './staff.js';
import { type Pace, stagesOf } from './stages.js';
import { moment, type World } from './world.js';

/** Why people leave, in turn. More men than women leave to work: something that a leader should notice. */
const reasons: Readonly<Record<Gender, readonly ExitReason[]>> = {
  woman: ['studies', 'work', 'ill-health', 'other-measure', 'work', 'parental-leave', 'studies', 'own-wish', 'ill-health', 'moved', 'work', 'other'],
  man: ['work', 'work', 'studies', 'work', 'moved', 'work', 'absence', 'work', 'ill-health', 'work', 'own-wish', 'deceased'],
  'non-binary': ['studies', 'work', 'moved'],
};
const daysSinceExit = [12, 24, 45, 27, 70, 95, 16, 130, 38, 170, 23, 55, 210, 85, 330, 250, 420];
/** Exit facts are asked for when four weeks are nearly over: until then they are usually not there. */
const factsAreThereAfterDays = 28;

/** Who has not been met for a while has been met before that. */
const knownBeforeSilence = 75;

const referrers = ['Arbetsförmedlingen', 'Försäkringskassan', 'Socialtjänsten', 'Vårdcentralen', 'Egen ansökan', 'Vuxenutbildningen'] as const;

/** The days of an enrolment, and how far along the way they lead. */
interface Course {
  startDate: Day;
  endDate: Day | null;
  days: number;
}

/** Makes the enrolments of a site's people, with their stages and coaches. Counts on from site to site, so that all sites differ. */
export class Enrolments {
  private readonly left: Record<Gender, number> = { woman: 0, man: 0, 'non-binary': 0 };
  private exits = 0;

  constructor(private readonly world: World) {}

  /** The day on which a person's story begins to be known: the person is made as of that day. */
  course(site: DemoSite, story: Case, pace: Pace): Course {
    const { chance, today } = this.world;
    const first = firstEntry(site);
    const room = daysBetween(first, today);
    if (story.status === 'exited') {
      const since = Math.min(daysSinceExit[this.exits++ % daysSinceExit.length] as number, Math.floor(room / 2));
      const longest = room - since;
      const days = Math.min(story.exitReason === 'registered-by-mistake' ? 6 : this.lengthBefore(story.exitReason, pace), longest);
      return { startDate: plusDays(today, -since - days), endDate: plusDays(today, -since), days };
    }
    const startDate = later(
      plusDays(first, chance.whole(0, 10)),
      plusDays(today, -Math.max(this.daysInto(story.situation, pace), story.quiet ? knownBeforeSilence : 0)),
    );
    return { startDate, endDate: null, days: daysBetween(startDate, today) };
  }

  reasonOf(story: Case, gender: Gender): ExitReason {
    const list = reasons[gender];
    return story.exitReason ?? (list[this.left[gender]++ % list.length] as ExitReason);
  }

  /** Writes a referral that waits, or that was declined. */
  refer(site: DemoSite, team: Team, story: Case, person: Person, referredOn: Day): void {
    const id = this.write(
      site,
      person,
      { status: story.status, decline_reason: story.declineReason ?? null, referred_on: referredOn },
      noEntryFacts,
      false,
    );
    const coach = story.coach === null ? undefined : team.coaches[story.coach];
    if (coach) this.addCoach(site, id, coach, 'main', referredOn, null);
  }

  /** Writes an enrolment that has begun. `kept`: the facts of an earlier entry. */
  begin(site: DemoSite, team: Team, story: Case, person: Person, course: Course, pace: Pace, kept?: EntryFacts): Running & { facts: EntryFacts } {
    const { chance, today } = this.world;
    const { startDate, endDate, days } = course;
    const facts = kept ?? entryFacts(chance, person.name, site.facts.municipalityCode, startDate, story.missing ?? false);
    const reason = story.status === 'exited' ? (story.exitReason as ExitReason) : null;
    const known =
      reason !== null &&
      endDate !== null &&
      reason !== 'deceased' &&
      reason !== 'registered-by-mistake' &&
      daysBetween(endDate, today) > factsAreThereAfterDays;
    const columns = {
      status: story.status,
      decline_reason: null,
      referred_on: plusDays(startDate, -chance.whole(4, 35)),
      start_date: startDate,
      end_date: endDate,
      exit_reason: reason,
    };
    const id = this.write(site, person, { ...columns, ...(known ? exitFacts(chance, reason) : noExitFacts) }, facts, true);
    const stages =
      reason === 'registered-by-mistake'
        ? []
        : stagesOf(chance, pace, startDate, days, { exited: endDate !== null, endKnown: story.situation === 'internship-ending' ? 7 : 0 });
    for (const { stage, main, startDate: from, endDate: to } of stages) {
      this.world.add('stage_period', { ...keysOf(site), enrolment_id: id, stage, start_date: from, end_date: to, main, version: 1 });
    }
    const coach = team.coaches[story.coach ?? 0] as DemoCoach;
    const before = story.handedOverFrom === undefined ? undefined : team.coaches[story.handedOverFrom];
    const handedOver = before?.leftOn && before.leftOn >= startDate ? before.leftOn : null;
    if (before && handedOver) this.addCoach(site, id, before, 'main', startDate, handedOver);
    this.addCoach(site, id, coach, 'main', handedOver ? plusDays(handedOver, 1) : startDate, null);
    const second = story.coCoach === undefined ? undefined : team.coaches[story.coCoach];
    if (second) this.addCoach(site, id, second, 'co', startDate, null);
    const coachOn = (day: Day) => (before && handedOver && day <= handedOver ? before.id : coach.id);
    return {
      id,
      site,
      givenName: person.name.given,
      startDate,
      endDate,
      stages,
      coachOn,
      story,
      ownDay: story.coach === 0 && site.facts.name === 'Gotland',
      facts,
    };
  }

  private lengthBefore(reason: ExitReason | undefined, pace: Pace): number {
    const { chance } = this.world;
    if (reason === 'work') return pace.wait + pace.internship + chance.whole(20, 90);
    if (reason === 'studies') return pace.wait + chance.whole(10, pace.internship);
    return chance.whole(35, 150);
  }

  private daysInto(situation: Situation = 'coaching', pace: Pace): number {
    const { chance } = this.world;
    const afterInternship = pace.wait + pace.internship;
    switch (situation) {
      case 'new':
        return chance.whole(3, 20);
      case 'coaching':
        return chance.whole(25, Math.max(26, pace.wait - 1));
      case 'internship':
        return pace.wait + chance.whole(5, pace.internship - 10);
      case 'internship-ending':
        return afterInternship - 1 - chance.whole(0, 4);
      case 'after-internship':
        return afterInternship + chance.whole(5, pace.matching - 5);
      case 'job':
        return afterInternship + pace.matching + chance.whole(5, 40);
    }
  }

  private write(site: DemoSite, person: Person, columns: Record<string, unknown> & { referred_on: Day }, facts: EntryFacts, asked: boolean): string {
    const { chance } = this.world;
    const id = this.world.add('enrolment', {
      ...keysOf(site),
      participant_id: person.id,
      kind: 'jobseeker',
      referred_by: chance.pick(referrers),
      start_date: null,
      end_date: null,
      exit_reason: null,
      gender: person.gender,
      birth_year: Number(person.dateOfBirth.slice(0, 4)),
      date_of_birth: person.dateOfBirth,
      ...noExitFacts,
      ...facts,
      ...columns,
      version: 1,
      created_at: moment(columns.referred_on, '09:00'),
    });
    this.world.put('voluntary_facts', { id, ...keysOf(site), ...voluntaryFacts(chance, asked, person.name.background !== 'swedish'), version: 1 });
    return id;
  }

  private addCoach(site: DemoSite, enrolmentId: string, coach: DemoCoach, part: 'main' | 'co', from: Day, to: Day | null): void {
    this.world.add('enrolment_coach', {
      ...keysOf(site),
      enrolment_id: enrolmentId,
      staff_id: coach.id,
      part,
      valid_from: from,
      valid_to: to,
      version: 1,
    });
  }
}

const keysOf = (site: DemoSite) => ({ organisation_id: site.organisationId, project_id: site.projectId, site_id: site.id });
