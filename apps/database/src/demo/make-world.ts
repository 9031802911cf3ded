import type { Gender } from '@stegvis/contracts/participants/codes';
import type { IdentityVault } from '@stegvis/domain/participants';
import { type Case, casesAt } from './cases.js';
import { Chance } from './chance.js';
import { Courses } from './courses.js';
import { type Day, later, plusDays } from './days.js';
import { Diary } from './diary.js';
import { Enrolments } from './enrolments.js';
import { FollowUps } from './follow-ups.js';
import { makeGroups, makeMeetings } from './meetings.js';
import { workdaysLater } from './moments.js';
import { Names } from './names.js';
import { People, type Person } from './people.js';
import { type DemoSite, firstEntry, makePlaces } from './places.js';
import { protectSome } from './protected-people.js';
import type { Running } from './running.js';
import { makeStaff, signInEmail, signIns, type Team } from './staff.js';
import { paceOf, paceOfLeaver } from './stages.js';
import { World } from './world.js';

/** Makes the demo world of a local day, from its first day on. The same seed on the same day makes the same world. */
export function makeWorld(today: Day, vault: IdentityVault, seed = 'stegvis'): World {
  const world = new World(today, new Chance(seed), vault);
  const names = new Names(world.chance);
  const administrator = { name: signIns.find(({ role }) => role === 'administrator')?.name ?? '', email: signInEmail('administrator') };
  const { smot, fortsattSamverkan, administratorId } = makePlaces(world, administrator);
  const { teams } = makeStaff(world, names, administratorId, [smot, fortsattSamverkan]);
  const people = new People(world, names);
  const makers = {
    world,
    people,
    enrolments: new Enrolments(world, people),
    courses: new Courses(world),
    diary: new Diary(world),
    genders: new Genders(),
  };
  const spared = new Set<string>();
  const begun: Running[] = [];
  [...teams].forEach(([site, team], place) => {
    const running = casesAt(site, place).flatMap((story) => makeCase(makers, site, team, story));
    begun.push(...running);
    for (const one of running) if (one.ownDay) spared.add(one.id);
    for (const one of running.filter(({ story }) => story.exitReason !== 'registered-by-mistake')) makeMeetings(world, makers.diary, one);
    makeGroups(
      world,
      makers.diary,
      running.filter((one) => one.story.seat === 0),
    );
  });
  makeMovers(makers, teams);
  makeDoubleRecord(makers, teams);
  // Drawn last: what follows changes nobody's story.
  protectSome(world, { people, enrolments: makers.enrolments }, teams, begun);
  return world.play(new FollowUps(world, spared));
}

interface Makers {
  world: World;
  people: People;
  enrolments: Enrolments;
  courses: Courses;
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
const away = { gap: 40, days: 60 } as const;

/** A person with all enrolments; gives back those that began. */
function makeCase({ world, people, enrolments, courses, genders }: Makers, site: DemoSite, team: Team, told: Case): Running[] {
  const { chance, today } = world;
  const gender = told.gender ?? genders.next(site);
  const named = people.add(site, gender);
  const person = told.nameless ? people.withoutName(site, named) : named;
  if (told.status === 'referred' || told.status === 'waiting' || told.status === 'declined') {
    const referredOn = workdaysLater(plusDays(today, -(told.status === 'referred' ? chance.whole(4, 21) : chance.whole(30, 60))), 0);
    enrolments.refer({ site, team, story: told, person }, referredOn);
    return [];
  }
  const story: Case = told.status === 'exited' ? { ...told, exitReason: courses.reasonOf(told, gender) } : told;
  const pace = story.status === 'exited' ? paceOfLeaver(chance, gender) : paceOf(chance, gender);
  const course = courses.course(site, story, pace);
  if (!story.returning) return [enrolments.begin({ site, team, story, person }, course, pace)];
  // Somebody who comes back has been away for a while, and keeps the facts of the first entry.
  const back = workdaysLater(later(plusDays(today, -34), plusDays(firstEntry(site), away.days + away.gap + 10)), 0);
  const endDate = workdaysLater(plusDays(back, -away.gap), 0);
  const before: Case = { status: 'exited', seat: story.seat, exitReason: chance.pick(['ill-health', 'own-wish', 'parental-leave'] as const) };
  const startDate = workdaysLater(plusDays(endDate, -away.days), 0);
  const first = enrolments.begin({ site, team, story: before, person }, { startDate, endDate }, pace);
  return [first, enrolments.begin({ site, team, story, person }, { startDate: back, endDate: null }, pace, first)];
}

/** People who moved: known at two places, where neither can see the other's record; some of them are in both projects. */
const movers = [
  { from: 'Nybro', to: 'Torsås', daysAgo: 75, gender: 'woman' },
  { from: 'Jönköping', to: 'Vimmerby', daysAgo: 140, gender: 'man' },
  { from: 'Jönköping', to: 'Emmaboda', daysAgo: 95, gender: 'woman' },
] as const;

type Teams = Map<DemoSite, Team>;
const find = (teams: Teams, name: string): [DemoSite, Team] => [...teams].find(([site]) => site.facts.name === name) as [DemoSite, Team];

function makeMovers({ world, people, enrolments, diary }: Makers, teams: Teams): void {
  for (const { from, to, daysAgo, gender } of movers) {
    const pace = paceOf(world.chance, gender);
    const leave = workdaysLater(plusDays(world.today, -daysAgo), 0);
    const [old, oldTeam] = find(teams, from);
    const [next, nextTeam] = find(teams, to);
    const left: Case = { status: 'exited', seat: 0, exitReason: 'moved' };
    const there: Case = { status: 'active', seat: 0, situation: 'coaching' };
    const person: Person = people.add(old, gender);
    const start = workdaysLater(plusDays(leave, -70), 0);
    const again = people.addAgain(next, person);
    const stays = [
      enrolments.begin({ site: old, team: oldTeam, story: left, person }, { startDate: start, endDate: leave }, pace),
      enrolments.begin(
        { site: next, team: nextTeam, story: there, person: again },
        { startDate: workdaysLater(plusDays(leave, 30), 0), endDate: null },
        pace,
      ),
    ];
    for (const stay of stays) makeMeetings(world, diary, stay);
  }
}

/** Somebody in Västervik was referred twice, the second time without a number: two records of one person, to be found out. */
function makeDoubleRecord({ world, people, enrolments, diary }: Makers, teams: Teams): void {
  const [site, team] = find(teams, 'Västervik');
  const person = people.add(site, 'man');
  const story: Case = { status: 'active', seat: 0, situation: 'coaching' };
  const startDate = workdaysLater(plusDays(world.today, -38), 0);
  makeMeetings(world, diary, enrolments.begin({ site, team, story, person }, { startDate, endDate: null }, paceOf(world.chance, 'man')));
  const again = people.addAgain(site, person, { number: false });
  enrolments.refer({ site, team, story: { status: 'referred', seat: null }, person: again }, workdaysLater(plusDays(world.today, -9), 0));
}
