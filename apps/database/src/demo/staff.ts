import type { Role } from '@stegvis/contracts/permissions/permissions';
import { type Day, plusDays } from './days.js';
import { inAddress, type Names } from './names.js';
import type { DemoProject, DemoSite } from './places.js';
import type { World } from './world.js';

export interface DemoCoach {
  id: string;
  /** The day on which the coach left; those cases were handed over. */
  leftOn: Day | null;
}

/** The people who work at a site. */
export interface Team {
  coaches: DemoCoach[];
}

/** Who may sign in to the demo, and as what. The part before the @ is the role. */
export const signIns = [
  { role: 'coach', name: 'Lena Hägglund' },
  { role: 'local-leader', name: 'Mats Ödegård' },
  { role: 'project-leader', name: 'Ingrid Sandell' },
  { role: 'funder', name: 'Per Lindwall' },
  { role: 'administrator', name: 'Åsa Norling' },
] as const satisfies readonly { role: Role; name: string }[];

export const signInEmail = (role: (typeof signIns)[number]['role']): string => `${role}@stegvis.example`;

/** Days ago on which one coach in Jönköping left, so that there is a handover to be seen. */
const leftDaysAgo = 48;

/** Makes everybody who works in the two projects, and gives back the coaches of each site. */
export function makeStaff(world: World, names: Names, projects: { smot: DemoProject; fortsattSamverkan: DemoProject }): Map<DemoSite, Team> {
  const demo = new Map<Role, string>(signIns.map(({ role, name }) => [role, addStaff(world, name, signInEmail(role))]));
  const both = [projects.smot, projects.fortsattSamverkan];
  assign(world, demo.get('administrator'), 'administrator', {}, projects.smot.startDate);
  for (const project of both) {
    assign(world, demo.get('project-leader'), 'project-leader', { project }, project.startDate);
    assign(world, demo.get('funder'), 'funder', { project }, project.startDate);
  }
  const teams = new Map<DemoSite, Team>();
  for (const site of both.flatMap((project) => project.sites)) {
    const isGotland = site.facts.name === 'Gotland';
    const isJonkoping = site.facts.name === 'Jönköping';
    const leader = isGotland ? demo.get('local-leader') : addColleague(world, names, site);
    assign(world, leader, 'local-leader', { site }, site.projectStart);
    const first: DemoCoach = { id: isGotland ? (demo.get('coach') as string) : addColleague(world, names, site), leftOn: null };
    const others = Array.from(
      { length: isGotland || isJonkoping ? 2 : 1 },
      (): DemoCoach => ({ id: addColleague(world, names, site), leftOn: null }),
    );
    const coaches = [first, ...others];
    if (isJonkoping) coaches.push({ id: addColleague(world, names, site, false), leftOn: plusDays(world.today, -leftDaysAgo) });
    for (const coach of coaches) assign(world, coach.id, 'coach', { site }, site.projectStart, coach.leftOn);
    teams.set(site, { coaches });
  }
  return teams;
}

function addColleague(world: World, names: Names, site: DemoSite, active = true): string {
  const name = names.next(world.chance.percent(65) ? 'woman' : 'man', world.chance.percent(85) ? 'swedish' : 'arabic');
  const domain = site.facts.organisation.startsWith('Folkuniversitetet') ? 'folkuniversitetet' : inAddress(site.facts.name);
  return addStaff(world, `${name.given} ${name.family}`, `${inAddress(`${name.given} ${name.family}`)}@${domain}.example`, active);
}

function addStaff(world: World, name: string, email: string, active = true): string {
  return world.add('staff', { name, email, language: 'sv', active, version: 1 });
}

function assign(
  world: World,
  staffId: string | undefined,
  role: Role,
  scope: { project?: DemoProject; site?: DemoSite },
  from: Day,
  to: Day | null = null,
): void {
  world.add('role_assignment', {
    staff_id: staffId,
    role,
    project_id: scope.project?.id ?? null,
    site_id: scope.site?.id ?? null,
    valid_from: from,
    valid_to: to,
    version: 1,
  });
}
