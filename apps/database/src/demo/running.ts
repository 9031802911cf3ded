import type { Case } from './cases.js';
import type { Course } from './courses.js';
import type { Day } from './days.js';
import type { Person } from './people.js';
import type { DemoSite } from './places.js';
import type { Holder } from './staff.js';
import type { StagePeriod } from './stages.js';
import type { Moment } from './world.js';

/** An enrolment that has begun, as far as its meetings need to know. */
export interface Running extends Course {
  id: string;
  personId: string;
  person: Person;
  site: DemoSite;
  seat: readonly Holder[];
  givenName: string;
  stages: readonly StagePeriod[];
  coachOn: (day: Day) => string;
  acceptedAt: Moment;
  exitedAt: Moment | null;
  /** Nobody has met the person since that day. */
  silentSince: Day | null;
  /** Days of a pause, from the first to the last. */
  pause: readonly [Day, Day] | null;
  story: Case;
  /** Of the demo coach, whose day is planned by hand. */
  ownDay: boolean;
}
