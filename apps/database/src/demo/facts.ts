import type { Citizenship, EducationLevel, ExitReason, IncomeSource, LabourStatus, VoluntaryAnswer } from '@stegvis/contracts/enrolments/codes';
import type { Chance } from './chance.js';
import { type Day, plusDays } from './days.js';
import type { Name } from './names.js';

/** Facts of the first entry, named as the database names them; a person who comes back keeps them. */
export interface EntryFacts {
  labour_status: LabourStatus | null;
  unemployed_since: Day | null;
  education_level: EducationLevel | null;
  citizenship: Citizenship | null;
  born_abroad: boolean | null;
  parents_born_abroad: boolean | null;
  municipality_code: string | null;
  income_sources: IncomeSource[] | null;
}

export interface ExitFacts {
  exit_labour_status: LabourStatus | null;
  exit_job_seeking: boolean | null;
  exit_in_education: boolean | null;
  exit_qualification: boolean | null;
}

export const noEntryFacts: EntryFacts = {
  labour_status: null,
  unemployed_since: null,
  education_level: null,
  citizenship: null,
  born_abroad: null,
  parents_born_abroad: null,
  municipality_code: null,
  income_sources: null,
};

export const noExitFacts: ExitFacts = { exit_labour_status: null, exit_job_seeking: null, exit_in_education: null, exit_qualification: null };

const citizenshipsOf: Readonly<Record<Name['background'], Partial<Record<Citizenship, number>>>> = {
  swedish: { swedish: 97, 'eu-or-eea': 3 },
  arabic: { swedish: 45, 'third-country': 45, 'stateless-or-undetermined': 10 },
  somali: { swedish: 55, 'third-country': 45 },
  tigrinya: { swedish: 30, 'third-country': 70 },
  dari: { swedish: 40, 'third-country': 55, 'stateless-or-undetermined': 5 },
  ukrainian: { 'third-country': 100 },
  thai: { swedish: 50, 'third-country': 50 },
};

/** What was written down at the entry. `missing` leaves out what figures need, as happens in a busy week. */
export function entryFacts(chance: Chance, name: Name, municipalityCode: string, startDate: Day, missing: boolean): EntryFacts {
  const foreign = name.background !== 'swedish';
  const labour = chance.weighted({ unemployed: 66, inactive: 30, employed: 4 });
  return {
    labour_status: missing ? null : labour,
    unemployed_since: labour === 'unemployed' && !missing ? plusDays(startDate, -chance.whole(60, 1900)) : null,
    education_level: missing && chance.percent(60) ? null : educationOf(chance, foreign),
    citizenship: chance.weighted(citizenshipsOf[name.background]),
    born_abroad: foreign ? chance.percent(92) : chance.percent(2),
    parents_born_abroad: foreign,
    municipality_code: municipalityCode,
    income_sources: missing ? null : incomeOf(chance, labour, foreign),
  };
}

const educationOf = (chance: Chance, foreign: boolean): EducationLevel =>
  foreign
    ? chance.weighted({ none: 6, 'compulsory-short': 20, compulsory: 26, 'upper-secondary': 28, 'post-secondary-short': 8, 'post-secondary': 12 })
    : chance.weighted({ 'compulsory-short': 4, compulsory: 30, 'upper-secondary': 48, 'post-secondary-short': 8, 'post-secondary': 9, doctoral: 1 });

function incomeOf(chance: Chance, labour: LabourStatus, foreign: boolean): IncomeSource[] {
  if (labour === 'employed') return chance.percent(50) ? ['wages'] : ['wages', 'social-assistance'];
  const main = chance.weighted<IncomeSource>(
    foreign
      ? { 'social-assistance': 50, 'introduction-benefit': 25, 'activity-grant': 15, 'parental-benefit': 6, 'no-public-support': 4 }
      : {
          'social-assistance': 42,
          'activity-grant': 22,
          'sickness-benefit': 12,
          'rehabilitation-benefit': 10,
          'unemployment-benefit': 8,
          'sickness-compensation': 4,
          'no-public-support': 2,
        },
  );
  return main !== 'social-assistance' && chance.percent(15) ? [main, 'social-assistance'] : [main];
}

/** What became of the person within four weeks. */
export function exitFacts(chance: Chance, reason: ExitReason): ExitFacts {
  if (reason === 'work')
    return {
      exit_labour_status: chance.percent(93) ? 'employed' : 'self-employed',
      exit_job_seeking: false,
      exit_in_education: false,
      exit_qualification: chance.percent(30),
    };
  if (reason === 'studies')
    return { exit_labour_status: 'inactive', exit_job_seeking: false, exit_in_education: true, exit_qualification: chance.percent(25) };
  const seeking =
    reason === 'moved' || reason === 'other-measure' || reason === 'own-wish' || reason === 'absence' || reason === 'other'
      ? chance.percent(60)
      : false;
  return {
    exit_labour_status: seeking ? 'unemployed' : 'inactive',
    exit_job_seeking: seeking,
    exit_in_education: chance.percent(8),
    exit_qualification: chance.percent(12),
  };
}

const answer = (chance: Chance, yes: number): VoluntaryAnswer => chance.weighted({ yes, no: 70 - yes, declined: 12, 'not-asked': 18 });

/** The voluntary questions. Before the first meeting nobody has been asked. */
export function voluntaryFacts(
  chance: Chance,
  asked: boolean,
  foreign: boolean,
): Record<'disability' | 'minority' | 'housing_exclusion', VoluntaryAnswer> {
  if (!asked) return { disability: 'not-asked', minority: 'not-asked', housing_exclusion: 'not-asked' };
  return { disability: answer(chance, 28), minority: answer(chance, foreign ? 20 : 4), housing_exclusion: answer(chance, 6) };
}
