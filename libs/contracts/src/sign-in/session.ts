import { Flag, Id, Instant, Many, Text, Whole } from '../fields/kinds.js';

/** One of the places where somebody is signed in. */
export class OwnSession {
  @Id({ says: 'Names the session; lets nobody in' }) id!: string;
  @Text({ says: 'The browser, such as Firefox; empty when it is not known', max: 40 }) browser!: string;
  @Text({ says: 'The system, such as Windows or iPhone; empty when it is not known', max: 40 }) system!: string;
  @Instant({ says: 'When it was begun' }) startedAt!: string;
  @Instant({ says: 'When it was last used, to within two minutes' }) lastSeenAt!: string;
  @Flag({ says: 'It is the one that asks' }) current!: boolean;
}

/** Where somebody is signed in. */
export class OwnSessions {
  @Many(() => OwnSession, { says: 'The sessions that stand, the one that asks first', max: 100 }) sessions!: OwnSession[];
}

/** How long a session still lasts. */
export class SessionLeft {
  @Whole({ says: 'Seconds until it ends if nobody does anything', min: 0, max: 86_400 }) idle!: number;
  @Whole({ says: 'Seconds until it ends anyhow', min: 0, max: 86_400 }) anyhow!: number;
}
