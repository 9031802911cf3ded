import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { type Answer, Client } from './client.js';
import type { Seeded } from './seeded.js';

/** What happened to the requests of a mixed load. */
export interface Outcome {
  answered: number;
  /** Requests that got no whole answer, with the API process that they went to and when (milliseconds). */
  unanswered: { api: number; from: number; to: number }[];
  /** Answers that nobody should get: `POST /api/meetings 500`. */
  faults: string[];
  busy: number;
  /** Meetings that the API said it has saved, by the text that stands in each. */
  meetings: Map<string, string>;
  /** Texts that were sent, answered or not. */
  sent: string[];
  /** Reports that the API said it has taken. */
  reports: string[];
}

type Session = Client[];
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));
const reads = ['/api/my-day', '/api/enrolments?_end=25', '/api/participants?_end=25', '/api/meetings?_end=25', '/api/reminders?_end=25'];

/** Coaches and a leader at work on several API processes, at a bounded rate, each request at one of them by chance. */
export class MixedLoad {
  readonly outcome: Outcome = { answered: 0, unanswered: [], faults: [], busy: 0, meetings: new Map(), sent: [], reports: [] };
  private going = true;
  private lanes: Promise<void>[] = [];

  constructor(
    private readonly urls: string[],
    private readonly chance: Seeded,
    private readonly name: string,
  ) {}

  /** Begins with so many coaches beside each other, each of whom makes some four requests a second. */
  async start(coaches: number): Promise<void> {
    const coach = await this.signedIn('coach');
    const leader = await this.signedIn('project-leader');
    const enrolments = (await (coach[0] as Client).get<Enrolment[]>('/api/enrolments?status=active&_end=100')).body;
    const [known] = (await (leader[0] as Client).get<ReportRunPage[]>('/api/report-runs?state=submitted')).body;
    const { projectId, periodStart, periodEnd } = known as ReportRunPage;
    for (let lane = 0; lane < coaches; lane++)
      this.lanes.push(
        this.repeat(
          () => this.workAsCoach(coach, enrolments),
          () => 100 + this.chance.next() * 200,
        ),
      );
    this.lanes.push(
      this.repeat(
        async () => {
          const taken = await this.send<ReportRunPage>(leader, 'POST', '/api/report-runs', { projectId, periodStart, periodEnd });
          if (taken?.status === 201) this.outcome.reports.push(taken.body.id);
        },
        () => 2_000,
      ),
    );
  }

  /** Ends when the last request has its answer. */
  async stop(): Promise<Outcome> {
    this.going = false;
    await Promise.all(this.lanes);
    return this.outcome;
  }

  private async workAsCoach(coach: Session, enrolments: Enrolment[]): Promise<void> {
    if (this.chance.next() < 0.6) return void (await this.send(coach, 'GET', this.chance.one(reads)));
    const summary = `${this.name} ${this.outcome.sent.length}`;
    this.outcome.sent.push(summary);
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const attendances = [{ enrolmentId: this.chance.one(enrolments).id, summary }];
    const logged = await this.send<Meeting>(coach, 'POST', '/api/meetings', { startsAt, minutes: 30, attendances });
    if (logged?.status === 201) this.outcome.meetings.set(summary, logged.body.id);
  }

  private async send<T>(session: Session, method: string, path: string, body?: unknown): Promise<Answer<T> | undefined> {
    const api = Math.floor(this.chance.next() * session.length);
    const from = Date.now();
    try {
      const answer = await (session[api] as Client).send<T>(method, path, body);
      if (answer.status === 503) this.outcome.busy += 1;
      else if (answer.status >= 300) this.outcome.faults.push(`${method} ${path} ${answer.status} ${JSON.stringify(answer.body)}`);
      else this.outcome.answered += 1;
      return answer;
    } catch {
      this.outcome.unanswered.push({ api, from, to: Date.now() });
      return undefined;
    }
  }

  private async repeat(work: () => Promise<void>, wait: () => number): Promise<void> {
    while (this.going) {
      await work();
      await pause(wait());
    }
  }

  /** A session at each API process. */
  private signedIn(role: string): Promise<Session> {
    return Promise.all(this.urls.map((url) => Client.signedIn(url, `${role}@stegvis.example`)));
  }
}
