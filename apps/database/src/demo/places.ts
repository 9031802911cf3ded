import { Chance } from './chance.js';
import { type Day, plusDays, plusMonths, plusYears } from './days.js';
import { at, workdayBefore } from './moments.js';
import { fortsattSamverkan, organisations, otherProjects, type ProjectFacts, type SiteFacts, smot } from './projects.js';
import type { By, Telling, World } from './world.js';

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

/** The columns that every row of a case carries. */
export const keysOf = (site: DemoSite) => ({ organisation_id: site.organisationId, project_id: site.projectId, site_id: site.id });

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

/** Days before its start on which a project is entered. */
const enteredBefore = 28;

/** The places of the demo world, and who entered them. */
export interface Places {
  smot: DemoProject;
  fortsattSamverkan: DemoProject;
  administratorId: string;
}

/** A role that opens cases takes two administrators: this one confirms what the other gives. */
export const secondAdministrator = { name: 'Olof Brandt', email: 'administrator-2@stegvis.example' };

/**
 * Makes organisations, projects, sites, partners and targets. The first administrator enters them, the two projects that have
 * people each some weeks before it starts.
 */
export function makePlaces(world: World, administrator: { name: string; email: string }): Places {
  const periods = new Map([smot, fortsattSamverkan].map((facts) => [facts, movedPeriod(facts, world.today)]));
  const [first] = [...periods.values()].map(({ startDate }) => startDate).sort();
  const entered = (startDate: Day): Day => workdayBefore(plusDays(startDate, -enteredBefore));
  const installed = entered(first as Day);
  const administratorId = world.chance.uuid();
  const by: By = { staff: administratorId };
  world.at(at(installed, '08:15'), { job: 'first administrator' }, (act) => {
    const make = (chance: Chance, id: string, who: { name: string; email: string }): void => {
      act.insert('staff', { id, ...who, language: 'sv', active: true, version: 1 });
      act.insert('role_assignment', {
        id: chance.uuid(),
        staff_id: id,
        role: 'administrator',
        project_id: null,
        site_id: null,
        organisation_id: null,
        valid_from: installed,
        valid_to: null,
        version: 1,
      });
    };
    make(world.chance, administratorId, administrator);
    // By a chance of its own: nobody's story depends on the second one.
    const chance = new Chance(secondAdministrator.email);
    make(chance, chance.uuid(), secondAdministrator);
  });
  const organisationIds = new Map(organisations.map(({ name }) => [name, world.chance.uuid()]));
  world.at(at(installed, '08:50'), by, (act) => {
    for (const { name, kind, orgNumber, municipalityCode } of organisations)
      act.insert('organisation', {
        id: organisationIds.get(name),
        name,
        kind,
        org_number: orgNumber ?? null,
        municipality_code: municipalityCode ?? null,
        version: 1,
      });
  });
  for (const facts of otherProjects) makeProject(world, by, at(installed, '09:40'), organisationIds, facts, { ...facts, realPeriod: null });
  const moved = (facts: ProjectFacts): DemoProject => {
    const period = periods.get(facts) as ReturnType<typeof movedPeriod>;
    return makeProject(world, by, at(entered(period.startDate), '10:15'), organisationIds, facts, period);
  };
  return { smot: moved(smot), fortsattSamverkan: moved(fortsattSamverkan), administratorId };
}

function makeProject(
  world: World,
  by: By,
  enteredAt: string,
  organisationIds: Map<string, string>,
  facts: ProjectFacts,
  period: ReturnType<typeof movedPeriod>,
): DemoProject {
  const organisation = (name: string): string => {
    const id = organisationIds.get(name);
    if (!id) throw new Error(`${facts.name} names an organisation that is not in the list: ${name}`);
    return id;
  };
  const { startDate, endDate } = period;
  const id = world.chance.uuid();
  const sites = facts.sites.map(
    (site): DemoSite => ({
      id: world.chance.uuid(),
      projectId: id,
      organisationId: organisation(site.organisation),
      projectStart: startDate,
      projectEnd: endDate,
      facts: site,
    }),
  );
  world.at(enteredAt, by, (act) => {
    act.insert('project', {
      id,
      registration_number: facts.registrationNumber,
      name: facts.name,
      kind: facts.kind,
      owner_id: organisation(facts.owner),
      fund: facts.fund,
      programme: facts.programme ?? null,
      programme_area: facts.programmeArea ?? null,
      specific_objective: facts.specificObjective ?? null,
      intervention_type: facts.interventionType ?? null,
      start_date: startDate,
      end_date: endDate,
      budget_sek: facts.budgetSek ?? null,
      grant_sek: facts.grantSek ?? null,
      eu_cofinancing_rate: facts.euCofinancingRate ?? null,
      nuts2: facts.nuts2,
      real_period: period.realPeriod,
      contact_within_days: contactWithinDays,
      entry_facts_within_days: entryFactsWithinDays,
      version: 1,
    });
    for (const partner of facts.partners) act.insert('project_partner', { project_id: id, organisation_id: organisation(partner) });
    for (const { id: siteId, organisationId, facts: site } of sites)
      act.insert('site', {
        id: siteId,
        project_id: id,
        organisation_id: organisationId,
        name: site.name,
        municipality_code: site.municipalityCode,
        version: 1,
      });
    makeTargets(world, act, id, sites, facts);
  });
  return { id, facts, startDate, endDate, sites };
}

function makeTargets(world: World, act: Telling, projectId: string, sites: readonly DemoSite[], facts: ProjectFacts): void {
  for (const { site, indicator, gender, value } of facts.targets) {
    const siteId = sites.find((one) => one.facts.name === site)?.id ?? null;
    const row = { project_id: projectId, site_id: siteId, indicator, gender: gender ?? null, start_date: null, end_date: null, value, version: 1 };
    act.insert('target', { id: world.chance.uuid(), ...row });
  }
  if (facts.kind === 'individual-support')
    act.insert('report_schedule', { id: world.chance.uuid(), project_id: projectId, every: 'month', active: true, version: 1 });
}

/** Days that both projects give for a contact, and for the facts of the entry. */
export const contactWithinDays = 30;
export const entryFactsWithinDays = 14;

/** The first day on which people can have started: a project begins by preparing. */
export const firstEntry = (site: DemoSite): Day => plusDays(site.projectStart, 21);
