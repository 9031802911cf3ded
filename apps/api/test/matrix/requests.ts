import { checkDigitOf } from '@stegvis/domain/participants';
import type { Before, MadeRecord } from './records.js';

/** What an ask is made of. Days are local, `YYYY-MM-DD`. */
export interface Circumstances {
  record: MadeRecord;
  /** Who asks, for the routes about oneself. */
  askerId: string;
  days: { today: string; yesterday: string; lastWeek: string; nextWeek: string };
  /** The site where the askers work. */
  siteId: string;
  /** Asks as somebody who sees the record. */
  asReader: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

export interface Ask {
  /** The body, as an interface would send it. */
  body?: (at: Circumstances) => unknown;
  /** What the record has to be for the verb to have something to do. */
  before?: Before;
  /** The records of the route, where they are not those of its first word. */
  word?: string;
}

let made = 0;
const named = (what: string) => `${what} ${++made}`;
const email = () => `prov-${++made}@matrix.example`;

/** A number of the official series, of a day of its own; nobody is ever given one. */
function testNumber(): string {
  const born = new Date(Date.UTC(1980, 0, 1 + ++made)).toISOString().slice(0, 10).replaceAll('-', '');
  const nine = `${born.slice(2)}238`;
  return `${born.slice(0, 2)}${nine}${checkDigitOf(nine)}`;
}

const aPerson = { givenName: 'Kim', familyName: 'Prov', dateOfBirth: '1990-05-17', gender: 'woman', identityKind: 'none' };
const asItStands =
  (path: string) =>
  ({ asReader, record }: Circumstances): Promise<unknown> =>
    asReader('GET', `${path}/${record.id}`);

/** Routes that need more than their path; a change sends the record as it stands. */
const asks: Readonly<Record<string, Ask>> = {
  // Answers to voluntary questions are for fewer people: abuse case 5 tells of them.
  'PUT /api/enrolments/{id}': {
    body: async (circumstances) => {
      const { disability, minority, housingExclusion, ...record } = (await asItStands('/api/enrolments')(circumstances)) as Record<string, unknown>;
      return record;
    },
  },
  'POST /api/participants/find': {
    body: async ({ record, asReader }) => {
      const identityNumber = testNumber();
      // Who is counted and not named has no number: nothing is found.
      if (record.pseudonymous) return { identityNumber };
      const person = await asReader<object>('GET', `/api/participants/${record.id}`);
      await asReader('PUT', `/api/participants/${record.id}`, { ...person, identityKind: 'personnummer', identityNumber });
      return { identityNumber };
    },
  },
  'POST /api/participants': { word: 'places', body: ({ record, days }) => ({ ...aPerson, siteId: record.id, referredOn: days.today }) },
  'POST /api/participants/{id}/protect': { body: () => ({ protection: 'protected-registration', staffIds: [] }) },
  'POST /api/participants/{id}/name-staff': { body: () => ({ staffIds: [] }) },
  'POST /api/name-grants': {
    word: 'places',
    body: ({ record, days }) => ({
      siteId: record.id,
      staffId: record.team.projectLeader,
      ground: 'Uppföljning enligt avtal',
      validTo: days.nextWeek,
    }),
  },
  'POST /api/stand-ins': {
    word: 'places',
    body: ({ record, days }) => ({
      siteId: record.id,
      coachId: record.team.coach,
      standInId: record.team.otherCoach,
      startsOn: days.today,
      endsOn: days.nextWeek,
      reason: 'Semester enligt plan',
    }),
  },
  'POST /api/openings': {
    word: 'participants',
    body: ({ record }) => ({ participantId: record.id, reason: 'Personen står i receptionen och coachen går inte att nå' }),
  },
  'POST /api/exports': {
    word: '',
    body: () => ({ resource: 'participants', format: 'csv', purpose: 'Underlag till styrgruppens möte i vår' }),
  },
  'POST /api/access-reviews': { word: 'places', body: ({ record, days }) => ({ siteId: record.id, month: days.today }) },
  'POST /api/access-reviews/{id}/mark': { body: () => ({ itemIds: [], mark: 'ok' }) },
  'POST /api/enrolments': {
    body: ({ record, siteId, days }) => ({ participantId: record.participantId, siteId, referredOn: days.today }),
  },
  'POST /api/enrolments/{id}/accept': { before: 'referred', body: ({ days }) => ({ startDate: days.today }) },
  'POST /api/enrolments/{id}/decline': { before: 'referred', body: () => ({ declineReason: 'no-place' }) },
  'POST /api/enrolments/{id}/exit': { body: ({ days }) => ({ endDate: days.yesterday, exitReason: 'work' }) },
  'POST /api/stage-periods': {
    word: 'enrolments',
    body: ({ record, days }) => ({ enrolmentId: record.enrolmentId, stage: 'mapping', startDate: days.lastWeek }),
  },
  'POST /api/stage-periods/{id}/end': { body: ({ days }) => ({ endDate: days.yesterday }) },
  'POST /api/meetings': {
    word: 'enrolments',
    body: ({ record, days }) => ({ startsAt: `${days.yesterday}T10:00:00Z`, attendances: [{ enrolmentId: record.enrolmentId }] }),
  },
  'POST /api/meetings/{id}/hold': { before: 'planned' },
  'POST /api/meetings/{id}/miss': { before: 'planned' },
  'POST /api/meetings/{id}/cancel': { before: 'planned' },
  'POST /api/meetings/{id}/void': { body: () => ({ voidReason: 'entered-twice' }) },
  'POST /api/reminders/{id}/snooze': { body: ({ days }) => ({ snoozedUntil: days.nextWeek }) },
  'POST /api/search': { word: 'participants', body: ({ record }) => ({ q: record.familyName }) },
  'POST /api/report-runs': {
    word: 'projects',
    body: ({ record, days }) => ({ projectId: record.id, periodStart: days.lastWeek, periodEnd: days.yesterday }),
  },
  'POST /api/report-runs/{id}/submit': { before: 'checked' },
  'POST /api/submissions/{id}/return': { body: () => ({ comment: 'Stämmer målen?' }) },
  'POST /api/organisations': { word: '', body: () => ({ name: named('Organisation'), kind: 'municipality' }) },
  'POST /api/projects': {
    word: '',
    body: ({ record, days }) => ({
      registrationNumber: named('2026'),
      name: named('Projekt'),
      kind: 'individual-support',
      startDate: days.lastWeek,
      endDate: days.nextWeek,
      contactWithinDays: 30,
      entryFactsWithinDays: 7,
      ownerId: record.team.organisationId,
    }),
  },
  'POST /api/sites': {
    word: '',
    body: ({ record }) => ({ name: named('Ort'), projectId: record.team.projectId, organisationId: record.team.organisationId }),
  },
  'POST /api/targets': { word: 'projects', body: ({ record }) => ({ projectId: record.id, indicator: 'entered', value: 5 }) },
  'POST /api/staff': { word: '', body: () => ({ name: named('Kim'), email: email(), language: 'sv', active: true }) },
  'POST /api/role-assignments': {
    word: 'staff',
    body: ({ record, siteId, days }) => ({ staffId: record.id, role: 'coach', siteId, validFrom: days.today }),
  },
  'POST /api/role-assignments/{id}/confirm': { word: 'role-proposals' },
  'POST /api/role-assignments/{id}/refuse': { word: 'role-proposals' },
  'POST /api/auth/sessions/{id}/end': { word: 'sessions' },
  'POST /api/auth/step-up': { body: () => ({ password: 'inte det här lösenordet' }) },
  'POST /api/auth/second-factor': { body: () => ({ code: '000000' }) },
  'POST /api/auth/second-factor/confirm': { body: () => ({ code: '000000' }) },
  'POST /api/auth/second-factor/needed/confirm': { body: () => ({ code: '000000' }) },
  'PUT /api/auth/language': { body: () => ({ language: 'sv' }) },
  'PUT /api/auth/password': { body: () => ({ current: 'inte det här lösenordet', password: 'ett helt nytt lösenord att minnas' }) },
  'POST /api/auth/sign-in': { body: () => ({ email: email(), password: 'inte det här lösenordet' }) },
  'POST /api/auth/set-password': { body: () => ({ token: 'x', password: 'ett helt nytt lösenord att minnas' }) },
};

/** How to ask a route, and of which word its records are; a word of which nobody has records has none. */
export function askOf(route: string): Required<Pick<Ask, 'word'>> & Ask {
  const [method = '', path = ''] = route.split(' ');
  const word = path.split('/')[2] ?? '';
  const change = method === 'PUT' && path.endsWith('{id}') ? { body: asItStands(path.replace('/{id}', '')) } : {};
  return { word, ...change, ...asks[route] };
}
