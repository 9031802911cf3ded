import type { Gender } from '@stegvis/contracts/participants/codes';
import type { IdentityVault } from '@stegvis/domain/participants';
import { type Case, casesAt } from './cases.js';
import { Chance } from './chance.js';
import { type Day, plusDays } from './days.js';
import { Diary } from './diary.js';
import { Enrolments } from './enrolments.js';
import { makeGroups, makeMeetings, type Running } from './meetings.js';
import { Names } from './names.js';
import { People, type Person } from './people.js';
import { type DemoSite, makePlaces } from './places.js';
import { makeStaff, type Team } from './staff.js';
import { paceOf } from './stages.js';
import { World } from './world.js';

/** Makes the demo world of a local day. The same seed on the same day makes the same world. */
export function makeWorld(today: Day, vault: IdentityVault, seed = 'stegvis'): World {
  const world = new World(today, new Chance(seed), vault);
  const names = new Names(world.chance);
  const projects = makePlaces(world);
  const teams = makeStaff(world, names, projects);
  const makers = { world, people: new People(world, names), enrolments: new Enrolments(world), diary: new Diary(world), genders: new Genders() };
  [...teams].forEach(([site, team], place) => {
    const stories = casesAt(site, place);
    const running = stories.flatMap((story) => makeCase(makers, site, team, story));
    for (const one of running.filter(({ story }) => story.exitReason !== 'registered-by-mistake')) makeMeetings(world, makers.diary, one);
    makeGroups(
      world,
      makers.diary,
      running.filter((one) => one.story.coach === 0),
    );
  });
  addDoubleRecord(makers, teams);
  return world;
}

interface Makers {
  world: World;
  people: People;
  enrolments: Enrolments;
  diary: Diary;
  genders: Genders;
}

/** Women and men in turn, and a few who are non-binary; all in one project, so that the other's report has no group that small. */
class Genders {
  private count = 0;

  next(site: DemoSite): Gender {
    this.count++;
    const few = site.facts.name === 'Gotland' || site.facts.name === 'Jönköping';
    return few && this.count % 25 === 17 ? 'non-binary' : this.count % 2 === 0 ? 'man' : 'woman';
  }
}

/** Days before a person came back, and how long the first enrolment had been. */
const earlier = { gap: 40, days: 55 } as const;

/** A person with all enrolments; gives back those that began. */
function makeCase({ world, people, enrolments, genders }: Makers, site: DemoSite, team: Team, told: Case): Running[] {
  const { chance, today } = world;
  const gender = told.gender ?? genders.next(site);
  if (told.status === 'referred' || told.status === 'waiting' || told.status === 'declined') {
    const referredOn = plusDays(today, -(told.status === 'referred' ? chance.whole(2, 21) : chance.whole(30, 60)));
    enrolments.refer(site, team, told, people.add(site, gender, referredOn), referredOn);
    return [];
  }
  const story: Case = told.status === 'exited' ? { ...told, exitReason: enrolments.reasonOf(told, gender) } : told;
  const pace = paceOf(chance, gender);
  const course = enrolments.course(site, story, pace);
  const known = plusDays(course.startDate, -20);
  if (!story.returning) return [enrolments.begin(site, team, story, people.add(site, gender, known), course, pace)];
  // Somebody who comes back has been away for a while, and keeps the facts of the first entry.
  const back = { ...course, startDate: plusDays(today, -30), days: 30 };
  const endDate = plusDays(back.startDate, -earlier.gap);
  const person = people.add(site, gender, plusDays(endDate, -earlier.days - 20));
  const before: Case = { status: 'exited', coach: story.coach, exitReason: chance.pick(['ill-health', 'own-wish', 'parental-leave'] as const) };
  const first = enrolments.begin(site, team, before, person, { startDate: plusDays(endDate, -earlier.days), endDate, days: earlier.days }, pace);
  return [first, enrolments.begin(site, team, story, person, back, pace, first.facts)];
}

/** Somebody moved from Nybro to Torsås: two municipalities, two records, and neither can see the other's. */
function addDoubleRecord(makers: Makers, teams: Map<DemoSite, Team>): void {
  const { world, people, enrolments, diary } = makers;
  const find = (name: string): [DemoSite, Team] => [...teams].find(([site]) => site.facts.name === name) as [DemoSite, Team];
  const pace = paceOf(world.chance, 'woman');
  const leave = plusDays(world.today, -75);
  const [nybro, nybroTeam] = find('Nybro');
  const [torsas, torsasTeam] = find('Torsås');
  const left: Case = { status: 'exited', coach: 0, exitReason: 'moved' };
  const there: Case = { status: 'active', coach: 0, situation: 'coaching' };
  const person: Person = people.add(nybro, 'woman', plusDays(leave, -90));
  const stays = [
    enrolments.begin(nybro, nybroTeam, left, person, { startDate: plusDays(leave, -70), endDate: leave, days: 70 }, pace),
    enrolments.begin(
      torsas,
      torsasTeam,
      there,
      people.addAgain(torsas, person, plusDays(leave, 10)),
      { startDate: plusDays(leave, 30), endDate: null, days: 45 },
      pace,
    ),
  ];
  for (const stay of stays) makeMeetings(world, diary, stay);
}
