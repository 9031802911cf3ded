import type { Case } from './cases.js';
import type { Day } from './days.js';
import { type EntryFacts, noEntryFacts, noExitFacts, voluntaryFacts } from './facts.js';
import { at, clock, minutesAfter, workdaysLater } from './moments.js';
import type { Person } from './people.js';
import { type DemoSite, keysOf } from './places.js';
import { type Holder, holderOn, type Team } from './staff.js';
import { type By, type Moment, type Row, type Tell, type World, zoned } from './world.js';

const referrers = ['Arbetsförmedlingen', 'Försäkringskassan', 'Socialtjänsten', 'Vårdcentralen', 'Egen ansökan', 'Vuxenutbildningen'] as const;

/** Where and with whom an enrolment is. */
export interface Place {
  site: DemoSite;
  team: Team;
  story: Case;
  person: Person;
}

/** Who gets a referral, whose facts it keeps, and when it is accepted, if it is. */
interface Referral {
  seat: readonly Holder[] | null;
  known: string | null;
  acceptedAt?: Moment;
}

/** A seat of a team, or the first one while nobody holds it yet. */
export const seatOn = (team: Team, seat: number, day: Day): readonly Holder[] => {
  const wanted = team.seats[seat] as readonly [Holder, ...Holder[]];
  return wanted[0].from <= day ? wanted : (team.seats[0] as readonly Holder[]);
};

/** Tells how people are referred, and to whom their case comes. */
export class Referrals {
  constructor(private readonly world: World) {}

  /** A referral that waits, or that was declined. */
  refer(place: Place, referredOn: Day): void {
    const { chance, lastWorkday } = this.world;
    const { story, team } = place;
    const id = chance.uuid();
    this.write(place, id, referredOn, {
      seat: story.seat === null ? null : seatOn(team, story.seat, referredOn),
      known: null,
    });
    const leader: By = { staff: team.leader };
    const answered = workdaysLater(referredOn, chance.whole(3, 9));
    if (story.status === 'waiting' && answered <= lastWorkday)
      this.world.at(at(answered, clock(chance, 10, 16)), leader, (act) => act.change('enrolment', id, { status: 'waiting' }));
    if (story.status === 'declined')
      this.world.at(at(answered, clock(chance, 10, 16)), leader, (act) =>
        act.change('enrolment', id, { status: 'declined', decline_reason: story.declineReason }),
      );
  }

  /**
   * Writes the referral; who refers is the leader of the site, or a coach, whose case it is from then on. Gives back who is named
   * when it is accepted.
   */
  write({ site, team, person }: Place, id: string, referredOn: Day, how: Referral): Tell {
    const { chance } = this.world;
    const { seat } = how;
    const referredAt = at(referredOn, clock(chance, 9, 12));
    const own = seat !== null && holderOn(seat, referredOn).from <= referredOn && (!how.acceptedAt || chance.percent(35));
    const by: By = { staff: own ? holderOn(seat, referredOn).id : team.leader };
    const nameCoach = seat && this.coachFrom(site, team, id, seat, own ? referredOn : (how.acceptedAt as Moment).slice(0, 10));
    const row = {
      id,
      ...keysOf(site),
      participant_id: person.id,
      kind: 'jobseeker',
      status: 'referred',
      referred_by: chance.pick(referrers),
      referred_on: referredOn,
      decline_reason: null,
      start_date: null,
      end_date: null,
      exit_reason: null,
      gender: person.gender,
      birth_year: Number(person.dateOfBirth.slice(0, 4)),
      date_of_birth: person.dateOfBirth,
      ...noExitFacts,
      version: 1,
    };
    const voluntary = voluntaryFacts(chance, false, false);
    this.world.at(referredAt, by, (act) => {
      if (how.known === null) person.register(act);
      act.insert('enrolment', { ...row, ...this.keptFacts(how.known), created_at: zoned(act.at) });
      act.insert('voluntary_facts', { id, ...keysOf(site), ...(how.known ? this.keptAnswers(how.known) : voluntary), version: 1 });
      if (own) nameCoach?.(act);
    });
    this.mend(id, referredAt, { staff: team.leader });
    return (own ? null : nameCoach) ?? (() => {});
  }

  /** A person who comes back keeps the facts of the first entry, as they are known by then. */
  private keptFacts(known: string | null): EntryFacts {
    if (known === null) return noEntryFacts;
    const first = this.world.row('enrolment', known);
    return Object.fromEntries(Object.keys(noEntryFacts).map((name) => [name, first[name]])) as unknown as EntryFacts;
  }

  private keptAnswers(known: string): Row {
    const { disability, minority, housing_exclusion } = this.world.row('voluntary_facts', known);
    return { disability, minority, housing_exclusion };
  }

  /** Names the holder of a seat as main coach from a day on, and plans every handover of the seat after it. */
  private coachFrom(site: DemoSite, team: Team, enrolmentId: string, seat: readonly Holder[], from: Day): Tell {
    const { chance } = this.world;
    const row = (id: string, staffId: string, validFrom: Day) => ({
      id,
      ...keysOf(site),
      enrolment_id: enrolmentId,
      staff_id: staffId,
      part: 'main',
      valid_from: validFrom,
      valid_to: null,
      version: 1,
    });
    const first = chance.uuid();
    let current = first;
    seat.forEach(({ until }, place) => {
      const next = seat[place + 1];
      if (until === null || until < from || !next) return;
      const [before, after] = [current, chance.uuid()];
      this.world.at(at(until, clock(chance, 14, 16)), { staff: team.leader }, (act) => {
        act.change('enrolment_coach', before, { valid_to: until });
        act.insert('enrolment_coach', row(after, next.id, until));
      });
      current = after;
    });
    return (act) => act.insert('enrolment_coach', row(first, holderOn(seat, from).id, from));
  }

  /** A referrer that was put down wrong, and put right some days later. */
  private mend(id: string, referredAt: Moment, by: By): void {
    const { chance, lastWorkday } = this.world;
    if (!chance.percent(4)) return;
    const day = workdaysLater(referredAt.slice(0, 10), chance.whole(1, 6));
    const right = chance.pick(referrers);
    if (day > lastWorkday) return;
    this.world.at(minutesAfter(at(day, '15:00'), chance.whole(0, 90)), by, (act) => {
      if (this.world.row('enrolment', id).referred_by !== right) act.change('enrolment', id, { referred_by: right });
    });
  }
}
