/** How a scale world is laid out: people are numbered, and everything else follows from the number. */
export interface Shape {
  /** People of one coach; so many that about forty of them are active. */
  peopleOfCoach: number;
  coachesOfSite: number;
  sitesOfOrganisation: number;
  /** Meetings for each person, on average. */
  meetingsOfPerson: number;
  /** People in one transaction: memory and locks stay bounded by it. */
  batch: number;
}

/** 100 000 people have 2 000 coaches at 40 sites of 20 organisations; more people have more sites, so that a site stays as it is. */
export const usualShape: Shape = { peopleOfCoach: 50, coachesOfSite: 50, sitesOfOrganisation: 2, meetingsOfPerson: 20, batch: 2_500 };

/** People, by number, `to` not included. */
export interface People {
  from: number;
  to: number;
}

/** The batches of some people, in order. */
export function batchesOf({ from, to }: People, { batch }: Shape): People[] {
  const batches: People[] = [];
  for (let first = from; first < to; first += batch) batches.push({ from: first, to: Math.min(first + batch, to) });
  return batches;
}

/** The project that all of it belongs to. */
export const scaleProject = { registrationNumber: 'SKALA-1', name: 'Skalprojekt' } as const;
