import type { Role } from '@stegvis/contracts/permissions/permissions';
import { largeSites } from './cases.js';
import { type Day, plusDays } from './days.js';
import { at, workdayBefore, workdaysLater } from './moments.js';
import { inAddress, type Names } from './names.js';
import { type DemoProject, type DemoSite, keysOf } from './places.js';
import { type By, type World, zoned } from './world.js';

/** Somebody who holds a seat of a team for a time. */
export interface Holder {
  id: string;
  /** The first working day there. */
  from: Day;
  /** The last one, on which the cases are handed over; null for those who stay. */
  until: Day | null;
}

/** The people who work at a site. A seat is a caseload: who leaves hands it to the next. */
export interface Team {
  leader: string;
  seats: readonly (readonly Holder[])[];
}

/** Who holds a seat on a day; on the day of a handover the one who leaves. */
export const holderOn = (seat: readonly Holder[], day: Day): Holder =>
  seat.find(({ until }) => until === null || day <= until) ?? (seat.at(-1) as Holder);

/** Who may sign in to the demo, and as what. The part before the @ is the role. */
export const signIns = [
  { role: 'coach', name: 'Lena Hägglund' },
  { role: 'local-leader', name: 'Mats Ödegård' },
  { role: 'project-leader', name: 'Ingrid Sandell' },
  { role: 'funder', name: 'Per Lindwall' },
  { role: 'auditor', name: 'Karin Ljungdahl' },
  { role: 'administrator', name: 'Åsa Norling' },
] as const satisfies readonly { role: Role; name: string }[];

export const signInEmail = (role: (typeof signIns)[number]['role']): string => `${role}@stegvis.example`;

/** Coaches who left, so many days ago, by site and seat. */
const departures: readonly { site: string; seat: number; daysAgo: number }[] = [
  { site: 'Jönköping', seat: 0, daysAgo: 48 },
  { site: 'Hultsfred', seat: 0, daysAgo: 120 },
  { site: 'Västervik', seat: 1, daysAgo: 205 },
  { site: 'Gotland', seat: 1, daysAgo: 300 },
];
/** Days on which the one who leaves and the one who comes are both there. */
const overlap = 12;
/** Days after the project's start on which the second coach of a small team came. */
const secondSeatAfter = 60;
/** Days ago from which the project leader saw names of Gotland. */
const namesFrom = 140;
/** Days, from today, when one of the two coaches of Gotland is away, and the other stands in. */
const standIns = [
  { first: true, from: -104, to: -90, reason: 'Föräldraledig på halvtid i två veckor; kollegan tar det som brådskar' },
  { first: false, from: 11, to: 24, reason: 'Semester enligt plan; överlämning sista dagen före' },
];
/** Accounts are made some working days before the first day, at this time. */
const accountsAt = '10:00';

/** Everybody who works in the two projects. */
export interface DemoStaff {
  administrator: By;
  projectLeader: string;
  teams: Map<DemoSite, Team>;
}

/** Makes everybody who works in the two projects. The administrator's account is the first of all, and makes the others. */
export function makeStaff(world: World, names: Names, administratorId: string, projects: readonly DemoProject[]): DemoStaff {
  const administrator: By = { staff: administratorId };
  const office = new Office(world, names, administrator);
  const demo = (role: Role): string =>
    office.open(signIns.find((one) => one.role === role)?.name ?? '', `${role}@stegvis.example`, firstDay(projects));
  const [projectLeader, funder, coach, localLeader] = [demo('project-leader'), demo('funder'), demo('coach'), demo('local-leader')];
  for (const project of projects) {
    office.assign(projectLeader, 'project-leader', { project }, project.startDate);
    office.assign(funder, 'funder', { project }, project.startDate);
  }
  const teams = new Map<DemoSite, Team>();
  for (const site of projects.flatMap((project) => project.sites)) {
    const isGotland = site.facts.name === 'Gotland';
    const leader = isGotland ? localLeader : office.hire(site, site.projectStart);
    office.assign(leader, 'local-leader', { site }, site.projectStart);
    const count = isGotland || site.facts.name === 'Jönköping' || largeSites.includes(site.facts.name) ? 2 : 1;
    const seats = Array.from({ length: count }, (_, seat) => office.fill(site, seat, isGotland && seat === 0 ? coach : undefined));
    teams.set(site, { leader, seats });
  }
  // Drawn last: what follows changes nobody's story.
  for (const [site, { leader, seats }] of teams) {
    if (site.facts.name !== 'Gotland') continue;
    office.assign(demo('auditor'), 'auditor', { organisation: site.organisationId }, site.projectStart);
    office.grantNames(site, leader, projectLeader);
    const [first, second] = seats.map((seat) => holderOn(seat, world.today).id) as [string, string];
    for (const period of standIns) office.appointStandIn(site, leader, period.first ? [first, second] : [second, first], period);
  }
  return { administrator, projectLeader, teams };
}

const firstDay = (projects: readonly DemoProject[]): Day => projects.map(({ startDate }) => startDate).sort()[0] as Day;

/** The administrator's work: accounts and roles, from the first to the last day. */
class Office {
  constructor(
    private readonly world: World,
    private readonly names: Names,
    private readonly by: By,
  ) {}

  /** Opens an account some days before somebody's first day. */
  open(name: string, email: string, from: Day): string {
    const id = this.world.chance.uuid();
    this.world.at(at(workdayBefore(plusDays(from, -7)), accountsAt), this.by, (act) =>
      act.insert('staff', { id, name, email, language: 'sv', active: true, version: 1 }),
    );
    return id;
  }

  hire(site: DemoSite, from: Day): string {
    const { chance } = this.world;
    const name = this.names.next(chance.percent(65) ? 'woman' : 'man', chance.percent(85) ? 'swedish' : 'arabic');
    const domain = site.facts.organisation.startsWith('Folkuniversitetet') ? 'folkuniversitetet' : inAddress(site.facts.name);
    return this.open(`${name.given} ${name.family}`, `${inAddress(`${name.given} ${name.family}`)}@${domain}.example`, from);
  }

  /** Gives a role from a day on, and takes it back after the last one. */
  assign(
    staffId: string,
    role: Role,
    scope: { project?: DemoProject; site?: DemoSite; organisation?: string },
    from: Day,
    until: Day | null = null,
  ): void {
    const id = this.world.chance.uuid();
    const row = {
      id,
      staff_id: staffId,
      role,
      project_id: scope.project?.id ?? null,
      site_id: scope.site?.id ?? null,
      organisation_id: scope.organisation ?? null,
      valid_from: from,
      valid_to: null,
      version: 1,
    };
    this.world.at(at(workdayBefore(plusDays(from, -7)), '10:05'), this.by, (act) => act.insert('role_assignment', row));
    if (until === null) return;
    this.world.at(at(workdayBefore(plusDays(until, -10)), '13:20'), this.by, (act) => act.change('role_assignment', id, { valid_to: until }));
    this.world.at(at(workdaysLater(plusDays(until, 1), 0), '08:40'), this.by, (act) => act.change('staff', staffId, { active: false }));
  }

  /** A leader of a site let the project leader see its names for a month, some months ago, and ended it before its last day. */
  grantNames(site: DemoSite, leader: string, projectLeader: string): void {
    const id = this.world.chance.uuid();
    const day = (ago: number) => workdayBefore(plusDays(this.world.today, -ago));
    const row = {
      id,
      ...keysOf(site),
      staff_id: projectLeader,
      ground: 'Styrgruppens genomgång av enskilda ärenden inför halvårsskiftet, 10 kap. 2 § OSL',
      valid_from: day(namesFrom),
      valid_to: day(namesFrom - 30),
      given_by: leader,
      ended_at: null,
      version: 1,
    };
    this.world.at(at(day(namesFrom), '09:12'), { staff: leader }, (act) => act.insert('name_grant', row));
    const end = at(day(namesFrom - 21), '15:48');
    this.world.at(end, { staff: leader }, (act) => act.change('name_grant', id, { ended_at: zoned(end) }));
  }

  /** A leader of a site decided, a week ahead, that a coach stands in for another. */
  appointStandIn(site: DemoSite, leader: string, [coach, standIn]: [string, string], period: (typeof standIns)[number]): void {
    const from = plusDays(this.world.today, period.from);
    const decided = workdayBefore(plusDays(from < this.world.today ? from : this.world.today, -8));
    const row = {
      id: this.world.chance.uuid(),
      ...keysOf(site),
      coach_id: coach,
      stand_in_id: standIn,
      starts_on: from,
      ends_on: plusDays(this.world.today, period.to),
      reason: period.reason,
      appointed_by: leader,
      ended_at: null,
      version: 1,
    };
    this.world.at(at(decided, '10:21'), { staff: leader }, (act) => act.insert('stand_in', row));
  }

  /** Everybody who has held a seat, the demo coach where that is somebody. */
  fill(site: DemoSite, seat: number, demoCoach?: string): Holder[] {
    const from = seat === 0 ? site.projectStart : workdaysLater(plusDays(site.projectStart, secondSeatAfter), 0);
    const left = departures.find((one) => one.site === site.facts.name && one.seat === seat);
    const until = left ? workdayBefore(plusDays(this.world.today, -left.daysAgo)) : null;
    const terms =
      until === null
        ? [{ from, until }]
        : [
            { from, until },
            { from: workdaysLater(plusDays(until, -overlap), 0), until: null },
          ];
    return terms.map((term) => {
      const id = demoCoach ?? this.hire(site, term.from);
      this.assign(id, 'coach', { site }, term.from, term.until);
      return { id, ...term };
    });
  }
}
