import { type Day, plusDays, plusMonths, plusYears } from './days.js';
import { fortsattSamverkan, organisations, otherProjects, type ProjectFacts, type SiteFacts, smot } from './projects.js';
import type { World } from './world.js';

/** A project in the demo's time. */
export interface DemoProject {
  id: string;
  facts: ProjectFacts;
  startDate: Day;
  endDate: Day;
  sites: DemoSite[];
}

export interface DemoSite {
  id: string;
  projectId: string;
  organisationId: string;
  projectStart: Day;
  projectEnd: Day;
  facts: SiteFacts;
}

/** How much of a project must be left for the demo world to be in the middle of it. */
const monthsToRun = 6;

/** Moves a period by the fewest whole years that leave six months to run; not at all when it has them already. */
export function movedPeriod(
  facts: Pick<ProjectFacts, 'startDate' | 'endDate'>,
  today: Day,
): { startDate: Day; endDate: Day; realPeriod: string | null } {
  const needed = plusMonths(today, monthsToRun);
  let years = 0;
  while (plusYears(facts.endDate, years) < needed) years++;
  return {
    startDate: plusYears(facts.startDate, years),
    endDate: plusYears(facts.endDate, years),
    realPeriod: years === 0 ? null : `${facts.startDate} – ${facts.endDate}`,
  };
}

/** Makes organisations, projects, sites, partners and targets, and gives back the two projects that have people. */
export function makePlaces(world: World): { smot: DemoProject; fortsattSamverkan: DemoProject } {
  const organisationIds = new Map<string, string>();
  for (const { name, kind, orgNumber, municipalityCode } of organisations) {
    organisationIds.set(
      name,
      world.add('organisation', { name, kind, org_number: orgNumber ?? null, municipality_code: municipalityCode ?? null, version: 1 }),
    );
  }
  for (const facts of otherProjects) makeProject(world, organisationIds, facts, { ...facts, realPeriod: null });
  const moved = (facts: ProjectFacts) => makeProject(world, organisationIds, facts, movedPeriod(facts, world.today));
  return { smot: moved(smot), fortsattSamverkan: moved(fortsattSamverkan) };
}

function makeProject(world: World, organisationIds: Map<string, string>, facts: ProjectFacts, period: ReturnType<typeof movedPeriod>): DemoProject {
  const organisation = (name: string): string => {
    const id = organisationIds.get(name);
    if (!id) throw new Error(`${facts.name} names an organisation that is not in the list: ${name}`);
    return id;
  };
  const id = world.add('project', {
    registration_number: facts.registrationNumber,
    name: facts.name,
    kind: facts.kind,
    owner_id: organisation(facts.owner),
    fund: facts.fund,
    programme: facts.programme ?? null,
    programme_area: facts.programmeArea ?? null,
    specific_objective: facts.specificObjective ?? null,
    intervention_type: facts.interventionType ?? null,
    start_date: period.startDate,
    end_date: period.endDate,
    budget_sek: facts.budgetSek ?? null,
    grant_sek: facts.grantSek ?? null,
    eu_cofinancing_rate: facts.euCofinancingRate ?? null,
    nuts2: facts.nuts2,
    real_period: period.realPeriod,
    contact_within_days: 30,
    entry_facts_within_days: 14,
    version: 1,
  });
  for (const partner of facts.partners) world.put('project_partner', { project_id: id, organisation_id: organisation(partner) });
  const sites = facts.sites.map((site): DemoSite => {
    const organisationId = organisation(site.organisation);
    const siteId = world.add('site', {
      project_id: id,
      organisation_id: organisationId,
      name: site.name,
      municipality_code: site.municipalityCode,
      version: 1,
    });
    return { id: siteId, projectId: id, organisationId, projectStart: period.startDate, projectEnd: period.endDate, facts: site };
  });
  for (const { site, indicator, gender, value } of facts.targets) {
    const siteId = sites.find((one) => one.facts.name === site)?.id ?? null;
    world.add('target', { project_id: id, site_id: siteId, indicator, gender: gender ?? null, start_date: null, end_date: null, value, version: 1 });
  }
  if (facts.kind === 'individual-support') world.add('report_schedule', { project_id: id, every: 'month', active: true, version: 1 });
  return { id, facts, startDate: period.startDate, endDate: period.endDate, sites };
}

/** The first day on which people can have started: a project begins by preparing. */
export const firstEntry = (site: DemoSite): Day => plusDays(site.projectStart, 21);
