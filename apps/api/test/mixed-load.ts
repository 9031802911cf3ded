import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { type Answer, Client } from './client.js';
import { Coach, type Work } from './coach-at-work.js';
import type { Outcome } from './mixed-load-outcome.js';
import type { Seeded } from './seeded.js';

type Session = Client[];
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** Coaches and a leader at work on several API processes, at a bounded rate, each request at one of them by chance. */
export class MixedLoad {
  readonly outcome: Outcome = {
    answered: new Map(),
    unanswered: [],
    busy: [],
    faults: [],
    tooLate: 0,
    promised: {
      logged: new Map(),
      changed: new Map(),
      voided: [],
      referred: new Map(),
      accepted: [],
      completed: new Map(),
      reports: [],
    },
    sent: new Set(),
  };
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
    const reminders = { left: [] as string[], seen: new Set<string>() };
    for (let lane = 0; lane < coaches; lane++) {
      const own = new Coach({
        chance: this.chance,
        outcome: this.outcome,
        name: `${this.name} ${lane}`,
        enrolments,
        reminders,
        send: this.sender(coach),
      });
      this.lanes.push(
        this.repeat(
          () => own.work(),
          () => 100 + this.chance.next() * 200,
        ),
      );
    }
    const sendAsLeader = this.sender(leader);
    this.lanes.push(
      this.repeat(
        async () => {
          const taken = await sendAsLeader<ReportRunPage>('ask for a report', 'POST', '/api/report-runs', { projectId, periodStart, periodEnd });
          if (taken) this.outcome.promised.reports.push(taken.id);
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

  /** Sends a request to one of the processes; gives the body of a good answer, and nothing else. */
  private sender(session: Session): Work['send'] {
    return async <T>(kind: string, method: string, path: string, body?: unknown, refused?: string): Promise<T | undefined> => {
      const api = Math.floor(this.chance.next() * session.length);
      const from = Date.now();
      let answer: Answer<T>;
      try {
        answer = await (session[api] as Client).send<T>(method, path, body);
      } catch {
        this.outcome.unanswered.push({ api, from, to: Date.now() });
        return undefined;
      }
      const { status } = answer;
      if (status < 300) {
        this.outcome.answered.set(kind, (this.outcome.answered.get(kind) ?? 0) + 1);
        return answer.body;
      }
      if (status === 503) this.outcome.busy.push({ api, from, to: Date.now() });
      else if ((answer.body as { code?: string }).code === refused) this.outcome.tooLate += 1;
      else this.outcome.faults.push(`${method} ${path} ${status} ${JSON.stringify(answer.body)}`);
      return undefined;
    };
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
