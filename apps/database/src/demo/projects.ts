import type { OrganisationKind } from '@stegvis/contracts/organisations/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { ProjectKind } from '@stegvis/contracts/projects/codes';
import type { TargetIndicator } from '@stegvis/contracts/targets/codes';
import type { Day } from './days.js';

/** An organisation as the five projects name it. */
export interface OrganisationFacts {
  name: string;
  kind: OrganisationKind;
  orgNumber?: string;
  municipalityCode?: string;
}

export interface SiteFacts {
  name: string;
  organisation: string;
  municipalityCode: string;
  /** The site's town, for addresses. */
  town: string;
}

export interface TargetFacts {
  site?: string;
  indicator: TargetIndicator;
  gender?: Gender;
  value: number;
}

/** A project as its application or leaflet describes it; what they do not say is left out. */
export interface ProjectFacts {
  registrationNumber: string;
  name: string;
  kind: ProjectKind;
  owner: string;
  fund: string;
  programme?: string;
  programmeArea?: string;
  specificObjective?: string;
  interventionType?: string;
  startDate: Day;
  endDate: Day;
  budgetSek?: number;
  grantSek?: number;
  euCofinancingRate?: number;
  nuts2: string;
  partners: readonly string[];
  sites: readonly SiteFacts[];
  targets: readonly TargetFacts[];
}

const folkuniversitetet = 'Folkuniversitetet, Jönköpings län och Gotland';
const kalmarMunicipalities = [
  ['Borgholm', '0885', 'Borgholms kommun'],
  ['Emmaboda', '0862', 'Emmaboda kommun'],
  ['Hultsfred', '0860', 'Hultsfreds kommun'],
  ['Mönsterås', '0861', 'Mönsterås kommun'],
  ['Mörbylånga', '0840', 'Mörbylånga kommun'],
  ['Nybro', '0881', 'Nybro kommun'],
  ['Torsås', '0834', 'Torsås kommun'],
  ['Vimmerby', '0884', 'Vimmerby kommun'],
  ['Västervik', '0883', 'Västerviks kommun'],
] as const;

export const organisations: readonly OrganisationFacts[] = [
  { name: folkuniversitetet, kind: 'education-provider' },
  { name: 'Arbetsförmedlingen', kind: 'agency' },
  { name: 'Försäkringskassan', kind: 'agency' },
  { name: 'Region Gotland', kind: 'region', municipalityCode: '0980' },
  { name: 'Region Jönköpings län', kind: 'region' },
  { name: 'Jönköpings kommun', kind: 'municipality', municipalityCode: '0680' },
  { name: 'Kommunförbundet Kalmar län', kind: 'civil-society' },
  ...kalmarMunicipalities.map(([, municipalityCode, name]): OrganisationFacts => ({ name, kind: 'municipality', municipalityCode })),
  { name: 'Företagarna', kind: 'civil-society' },
  { name: 'Samordningsförbundet i Kalmar län', kind: 'coordination-association' },
  { name: 'Region Kalmar län', kind: 'region' },
  { name: 'Samordningsförbundet Östra Södertörn', kind: 'coordination-association', orgNumber: '2220002162', municipalityCode: '0136' },
  { name: 'Region Stockholm', kind: 'region' },
  { name: 'Samordningsförbundet Sundbybergs stad', kind: 'coordination-association', municipalityCode: '0183' },
  { name: 'Linköpings kommun', kind: 'municipality', municipalityCode: '0580' },
  { name: 'Region Östergötland', kind: 'region' },
];

export const smot: ProjectFacts = {
  registrationNumber: '2019/00144',
  name: 'SMÖT',
  kind: 'individual-support',
  owner: folkuniversitetet,
  fund: 'ESF',
  programmeArea: '2',
  specificObjective: '2.3',
  interventionType: '109',
  startDate: '2019-09-02',
  endDate: '2022-06-24',
  budgetSek: 6_979_677,
  grantSek: 6_979_677,
  euCofinancingRate: 50,
  nuts2: 'SE21',
  partners: ['Arbetsförmedlingen', 'Försäkringskassan', 'Region Gotland', 'Region Jönköpings län', 'Jönköpings kommun'],
  sites: [
    { name: 'Gotland', organisation: folkuniversitetet, municipalityCode: '0980', town: 'Visby' },
    { name: 'Jönköping', organisation: folkuniversitetet, municipalityCode: '0680', town: 'Jönköping' },
  ],
  targets: [
    { indicator: 'entered', value: 120 },
    { site: 'Gotland', indicator: 'entered', value: 60 },
    { site: 'Jönköping', indicator: 'entered', value: 60 },
    // These two are the demo's: the application names no number of results.
    { indicator: 'exited-to-work-or-studies', gender: 'woman', value: 24 },
    { indicator: 'exited-to-work-or-studies', gender: 'man', value: 24 },
  ],
};

/** Its leaflet has no registration number, budget or targets: the name stands for the number, and the targets are the demo's. */
export const fortsattSamverkan: ProjectFacts = {
  registrationNumber: 'Fortsatt samverkan',
  name: 'Fortsatt samverkan leder till arbete',
  kind: 'individual-support',
  owner: 'Kommunförbundet Kalmar län',
  fund: 'ESF',
  startDate: '2020-08-01',
  endDate: '2022-12-31',
  nuts2: 'SE21',
  partners: [
    ...kalmarMunicipalities.map(([, , name]) => name),
    'Företagarna',
    'Försäkringskassan',
    'Samordningsförbundet i Kalmar län',
    'Region Kalmar län',
  ],
  sites: kalmarMunicipalities.map(([name, municipalityCode, organisation]) => ({ name, organisation, municipalityCode, town: name })),
  targets: [
    { indicator: 'entered', value: 400 },
    { indicator: 'entered', gender: 'woman', value: 200 },
    { indicator: 'entered', gender: 'man', value: 200 },
    ...kalmarMunicipalities.map(([site]): TargetFacts => ({ site, indicator: 'entered', value: site === 'Nybro' || site === 'Västervik' ? 60 : 40 })),
    { indicator: 'exited-to-work', value: 90 },
  ],
};

/** Projects that show what they are, their targets and partners; their own parts come later. */
export const otherProjects: readonly ProjectFacts[] = [
  {
    registrationNumber: '23-077-S03',
    name: 'Conecto+',
    kind: 'competence-development',
    owner: 'Samordningsförbundet Östra Södertörn',
    fund: 'ESF+',
    programme: '2021SE05SFPR',
    programmeArea: 'A',
    specificObjective: 'A1A',
    interventionType: '141',
    startDate: '2024-10-01',
    endDate: '2027-06-30',
    euCofinancingRate: 40,
    nuts2: 'SE11',
    partners: ['Försäkringskassan', 'Arbetsförmedlingen', 'Region Stockholm'],
    sites: [],
    targets: [{ indicator: 'entered', value: 2500 }],
  },
  {
    registrationNumber: '2020/00762',
    name: 'Förstudie Samwin',
    kind: 'pre-study',
    owner: 'Samordningsförbundet Sundbybergs stad',
    fund: 'ESF',
    programmeArea: '2',
    specificObjective: '2.1',
    interventionType: '102',
    startDate: '2021-01-11',
    endDate: '2021-10-31',
    budgetSek: 397_566,
    grantSek: 397_566,
    euCofinancingRate: 50,
    nuts2: 'SE11',
    partners: [],
    sites: [],
    targets: [{ indicator: 'entered', value: 0 }],
  },
  {
    registrationNumber: '2020/00694',
    name: 'Connect 2 Samverkan på riktigt',
    kind: 'pre-study',
    owner: 'Linköpings kommun',
    fund: 'ESF',
    programmeArea: '2',
    specificObjective: '2.1',
    interventionType: '102',
    startDate: '2021-02-01',
    endDate: '2021-10-31',
    budgetSek: 400_000,
    grantSek: 400_000,
    euCofinancingRate: 50,
    nuts2: 'SE12',
    partners: ['Region Östergötland', 'Arbetsförmedlingen'],
    sites: [],
    targets: [],
  },
];
