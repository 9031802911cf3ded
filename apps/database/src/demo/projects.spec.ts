import { describe, expect, it } from '@jest/globals';
import { fortsattSamverkan, organisations, otherProjects, type ProjectFacts, smot } from './projects.js';

const all = [smot, fortsattSamverkan, ...otherProjects];
const named = (name: string): ProjectFacts => all.find((one) => one.name === name) as ProjectFacts;
const swedish = (amount: number | undefined) => amount?.toLocaleString('sv-SE').replaceAll(/\s/g, ' ');
const entered = ({ targets }: ProjectFacts) => targets.find(({ indicator, site, gender }) => indicator === 'entered' && !site && !gender)?.value;

/** How a line of an application is written from our facts. */
const lines: Readonly<Record<string, (facts: ProjectFacts) => string | undefined>> = {
  Diarienummer: ({ registrationNumber }) => registrationNumber,
  Projektnummer: ({ registrationNumber }) => registrationNumber,
  Startdatum: ({ startDate }) => startDate,
  Slutdatum: ({ endDate }) => endDate,
  Projektperiod: ({ startDate, endDate }) => `${startDate} - ${endDate}`,
  'Berörd fond': ({ fund }) => fund,
  'Program CCI': ({ programme }) => programme,
  'Projektägare organisationsnummer': ({ owner }) => organisations.find(({ name }) => name === owner)?.orgNumber,
  'Unionens medfinansieringsgrad': ({ euCofinancingRate }) => `${euCofinancingRate}%`,
  Programområde: ({ programmeArea }) => programmeArea,
  'Specifikt mål': ({ specificObjective }) => specificObjective,
  'NUTS-2 kod': ({ nuts2 }) => nuts2,
  Interventionstyp: ({ interventionType }) => interventionType,
  'Total projektbudget': ({ budgetSek }) => swedish(budgetSek),
  'Beviljat ESF-stöd': ({ grantSek }) => swedish(grantSek),
  'Antal deltagare': (facts) => String(entered(facts)),
  'Planerat antal deltagare': (facts) => String(entered(facts)),
};

/** The lines of the applications, as they stand there. */
const applications: Readonly<Record<string, readonly (readonly [line: string, says: string])[]>> = {
  'Conecto+': [
    ['Diarienummer', '23-077-S03'],
    ['Startdatum', '2024-10-01'],
    ['Slutdatum', '2027-06-30'],
    ['Berörd fond', 'ESF+'],
    ['Program CCI', '2021SE05SFPR'],
    ['Projektägare organisationsnummer', '2220002162'],
    ['Unionens medfinansieringsgrad', '40%'],
    ['Programområde', 'A'],
    ['Specifikt mål', 'A1A'],
    ['NUTS-2 kod', 'SE11'],
    ['Interventionstyp', '141'],
    ['Antal deltagare', '2500'],
  ],
  'Connect 2 Samverkan på riktigt': [
    ['Diarienummer', '2020/00694'],
    ['Projektperiod', '2021-02-01 - 2021-10-31'],
    ['Total projektbudget', '400 000'],
    ['Beviljat ESF-stöd', '400 000'],
    ['Programområde', '2'],
    ['Specifikt mål', '2.1'],
    ['Unionens medfinansieringsgrad', '50%'],
    ['Interventionstyp', '102'],
  ],
  'Förstudie Samwin': [
    ['Diarienummer', '2020/00762'],
    ['Planerat antal deltagare', '0'],
    ['Projektperiod', '2021-01-11 - 2021-10-31'],
    ['Total projektbudget', '397 566'],
    ['Beviljat ESF-stöd', '397 566'],
    ['Programområde', '2'],
    ['Specifikt mål', '2.1'],
    ['Unionens medfinansieringsgrad', '50%'],
    ['Interventionstyp', '102'],
  ],
  SMÖT: [
    ['Projektnummer', '2019/00144'],
    ['Planerat antal deltagare', '120'],
    ['Projektperiod', '2019-09-02 - 2022-06-24'],
    ['Total projektbudget', '6 979 677'],
    ['Beviljat ESF-stöd', '6 979 677'],
    ['Programområde', '2'],
    ['Specifikt mål', '2.3'],
    ['Unionens medfinansieringsgrad', '50%'],
    ['Interventionstyp', '109'],
  ],
  // Its leaflet gives a period in words: from August 2020 to the end of December 2022.
  'Fortsatt samverkan leder till arbete': [['Projektperiod', '2020-08-01 - 2022-12-31']],
};

describe('the projects of the demo world', () => {
  const said = Object.entries(applications).flatMap(([name, those]) => those.map(([line, says]) => [name, line, says] as const));
  it.each(said)('%s, %s: %s', (name, line, says) => {
    expect(lines[line]?.(named(name))).toBe(says);
  });

  it('are five', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(applications).sort());
  });

  it('name owners and partners that are known', () => {
    const known = new Set(organisations.map(({ name }) => name));
    expect(
      all
        .flatMap(({ owner, partners, sites }) => [owner, ...partners, ...sites.map(({ organisation }) => organisation)])
        .filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('share the goal of SMÖT between Jönköping and Gotland, about 60 each', () => {
    expect(smot.targets.filter(({ site }) => site).map(({ site, value }) => [site, value])).toEqual([
      ['Gotland', 60],
      ['Jönköping', 60],
    ]);
  });

  it('run Fortsatt samverkan in the nine municipalities of the leaflet', () => {
    expect(fortsattSamverkan.sites.map(({ name }) => name).join(', ')).toBe(
      'Borgholm, Emmaboda, Hultsfred, Mönsterås, Mörbylånga, Nybro, Torsås, Vimmerby, Västervik',
    );
    expect(fortsattSamverkan.partners).toEqual(
      expect.arrayContaining(['Företagarna', 'Försäkringskassan', 'Samordningsförbundet i Kalmar län', 'Region Kalmar län']),
    );
    const [whole, ...parts] = fortsattSamverkan.targets
      .filter(({ indicator, gender }) => indicator === 'entered' && !gender)
      .map(({ value }) => value);
    expect(parts.reduce((sum, value) => sum + value, 0)).toBe(whole);
  });
});
