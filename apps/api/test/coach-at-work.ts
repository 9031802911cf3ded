import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import type { Outcome } from './mixed-load-outcome.js';
import type { Seeded } from './seeded.js';

/** What a coach of a mixed load has to work with. */
export interface Work {
  chance: Seeded;
  outcome: Outcome;
  /** Begins every text that this coach writes. */
  name: string;
  enrolments: readonly Enrolment[];
  /** Open follow-ups that no coach has taken yet, and all that were ever taken. */
  reminders: { left: string[]; seen: Set<string> };
  /** Gives the body of a good answer; nothing when there was none, or a refusal. A refusal with the last code is no fault. */
  send: <T>(kind: string, method: string, path: string, body?: unknown, refused?: string) => Promise<T | undefined>;
}

const lists = [
  '/api/my-day',
  '/api/enrolments?_end=25',
  '/api/enrolments?status=active&_sort=startDate&_order=DESC&_start=10&_end=35',
  '/api/participants?_end=25',
  '/api/participants?q=a&_sort=familyName&_order=DESC&_end=25',
  '/api/meetings?_end=25',
  '/api/meetings?status=held&_sort=startsAt&_order=DESC&_end=50',
  '/api/reminders?_end=25',
  '/api/reminders?overdue=true&_end=25',
  '/api/stage-periods?_end=25',
];

/** One coach: reads most of the time, and else does one of several kinds of work. */
export class Coach {
  private count = 0;
  /** Meetings that this coach has logged and may change; one whose change got no answer is left alone. */
  private readonly meetings: Meeting[] = [];
  /** Enrolments that this coach has referred and may accept. */
  private readonly referred: string[] = [];
  private readonly today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

  constructor(private readonly at: Work) {}

  /** Does one thing. */
  work(): Promise<void> {
    const kinds: readonly (readonly [weight: number, work: () => Promise<void>])[] = [
      [40, () => this.readList()],
      [12, () => this.readPerson()],
      [4, () => this.search()],
      [18, () => this.logMeeting()],
      [9, () => this.changeMeeting()],
      [3, () => this.voidMeeting()],
      [6, () => this.refer()],
      [4, () => this.accept()],
      [4, () => this.completeReminder()],
    ];
    let drawn = this.at.chance.next() * kinds.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, work] of kinds) {
      drawn -= weight;
      if (drawn < 0) return work();
    }
    return this.readList();
  }

  private async readList(): Promise<void> {
    await this.at.send('read a list', 'GET', this.at.chance.one(lists));
  }

  private async readPerson(): Promise<void> {
    await this.at.send('read a person', 'GET', `/api/participants/${this.at.chance.one(this.at.enrolments).participantId}/page`);
  }

  private async search(): Promise<void> {
    await this.at.send('search', 'POST', '/api/search', { q: this.at.chance.one(['an', 'sven', 'lind', 'gotland']) });
  }

  private async logMeeting(): Promise<void> {
    const summary = this.text('logged');
    const attendances = [{ enrolmentId: this.at.chance.one(this.at.enrolments).id, summary }];
    const body = { startsAt: new Date(Date.now() - 60_000).toISOString(), minutes: 30, attendances };
    const logged = await this.at.send<Meeting>('log a meeting', 'POST', '/api/meetings', body);
    if (!logged) return;
    this.at.outcome.promised.logged.set(summary, logged.id);
    this.meetings.push(logged);
  }

  private async changeMeeting(): Promise<void> {
    const meeting = this.take(this.meetings);
    const [attendance] = meeting?.attendances ?? [];
    if (!meeting || !attendance) return;
    const summary = this.text('changed');
    const { changed } = this.at.outcome.promised;
    const promise = changed.get(meeting.id) ?? { answered: [], perhaps: [] };
    changed.set(meeting.id, promise);
    const { startsAt, kind, channel, version } = meeting;
    const body = { startsAt, minutes: 45, kind, channel, version, attendances: [{ enrolmentId: attendance.enrolmentId, summary }] };
    const answer = await this.at.send<Meeting>('change a meeting', 'PUT', `/api/meetings/${meeting.id}`, body);
    if (!answer) return void promise.perhaps.push(summary);
    promise.answered.push(summary);
    this.meetings.push(answer);
  }

  private async voidMeeting(): Promise<void> {
    const meeting = this.take(this.meetings);
    if (!meeting) return;
    const answer = await this.at.send('void a meeting', 'POST', `/api/meetings/${meeting.id}/void`, { voidReason: 'other' });
    if (answer) this.at.outcome.promised.voided.push(meeting.id);
  }

  private async refer(): Promise<void> {
    const familyName = this.text('referred');
    const person = { givenName: 'Last', familyName, dateOfBirth: '1991-07-17', gender: this.at.chance.one(['woman', 'man']), identityKind: 'none' };
    const { siteId } = this.at.chance.one(this.at.enrolments);
    const made = await this.at.send<ParticipantRow>('refer a person', 'POST', '/api/participants', { ...person, siteId, referredOn: this.today });
    if (!made) return;
    this.at.outcome.promised.referred.set(familyName, made.id);
    if (made.enrolmentId) this.referred.push(made.enrolmentId);
  }

  private async accept(): Promise<void> {
    const id = this.take(this.referred);
    if (!id) return;
    const answer = await this.at.send('accept a referral', 'POST', `/api/enrolments/${id}/accept`, { startDate: this.today, stage: 'coaching' });
    if (answer) this.at.outcome.promised.accepted.push(id);
  }

  private async completeReminder(): Promise<void> {
    const { left, seen } = this.at.reminders;
    if (left.length === 0) {
      const open = (await this.at.send<Reminder[]>('read a list', 'GET', '/api/reminders?state=open&_end=100')) ?? [];
      for (const { id } of open.filter((one) => !seen.has(one.id))) {
        seen.add(id);
        left.push(id);
      }
    }
    const id = this.take(left);
    if (!id) return;
    const note = this.text('completed');
    // The worker, or a meeting that was logged just now, may have closed it.
    const answer = await this.at.send('complete a reminder', 'POST', `/api/reminders/${id}/complete`, { note }, 'not-from-this-status');
    if (answer) this.at.outcome.promised.completed.set(id, note);
  }

  private take<T>(from: T[]): T | undefined {
    return from.splice(Math.floor(this.at.chance.next() * from.length), 1)[0];
  }

  /** A text that nobody else writes. */
  private text(what: string): string {
    const text = `${this.at.name} ${what} ${++this.count}`;
    this.at.outcome.sent.add(text);
    return text;
  }
}
