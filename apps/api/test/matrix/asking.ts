import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { aSession } from '../a-session.js';
import { type Answer, Client } from '../client.js';
import type { Asker, Cell } from './expected.js';
import type { People } from './people.js';
import { aNoSuch, type MadeRecord, makers, nobodys, none, noSuch } from './records.js';
import { askOf, type Circumstances } from './requests.js';

/** A cell that is ready to be asked: its record is made, and so is what is sent. */
export interface Question {
  record: MadeRecord;
  send: () => Promise<Answer>;
}

const keptByAdministrators = ['organisations', 'projects', 'sites', 'targets', 'staff', 'role-assignments', 'role-proposals'];
const ofProjects = ['report-runs', 'report-schedules', 'submissions'];

/** Asks the cells of the matrix of a running API, on records that it makes. */
export class Asking {
  private readonly cookies = new Map<string, { Cookie: string }>();
  private readonly shared = new Map<string, MadeRecord>();
  private days?: Circumstances['days'];

  constructor(
    private readonly url: string,
    private readonly database: TestDatabase,
    private readonly people: People,
  ) {}

  /** Makes what a cell needs; a cell that changes its record has one of its own. */
  async prepare({ route, record: kind, asker }: Cell, changes: boolean): Promise<Question> {
    const record = await this.record(route, kind, asker, changes);
    const [method = '', path = ''] = route.split(' ');
    const body = await this.body(route, record, asker);
    const staffId = asker === 'nobody' ? undefined : this.people.askers[asker];
    if (staffId) await this.cookieOf(staffId);
    return { record, send: () => this.as(staffId, method, this.path(path, record), body) };
  }

  /** The record of a kind that the cells of a word share, or one for a single cell. */
  async record(route: string, kind: string, asker: Asker, own = false): Promise<MadeRecord> {
    const { word, before } = askOf(route);
    const team = this.people.teams['own site'];
    if (kind === none) return { id: '', team };
    if (kind === noSuch) return aNoSuch(this.people);
    const name = `${word} ${kind === 'self' ? asker : kind} ${before}`;
    const known = this.shared.get(name);
    if (known && !own) return known;
    const record = await this.makerOf(word).make(
      this.database,
      this.people,
      kind,
      before,
      asker === 'nobody' ? team.coach : this.people.askers[asker],
    );
    if (!own) this.shared.set(name, record);
    return record;
  }

  private someKind = (word: string): string => this.makerOf(word).kinds.find((kind) => kind !== 'self') ?? '';

  private makerOf(word: string) {
    const maker = makers[word];
    if (!maker) throw new Error(`No test makes ${word}`);
    return maker;
  }

  private path(path: string, { id }: MadeRecord): string {
    const filled = path.replace('{id}', id);
    return filled.endsWith(id) && id ? filled : `${filled}${/\/api\/[\w-]+$/.test(path) ? '?_end=100' : ''}`;
  }

  private async body(route: string, record: MadeRecord, asker: Asker): Promise<unknown> {
    const { word, body } = askOf(route);
    // A change of what does not exist is one that would do for what does.
    if (route.startsWith('PUT') && record.familyName === nobodys)
      return this.body(route, await this.record(route, this.someKind(word), asker), asker);
    if (!body) return route.startsWith('POST') ? {} : undefined;
    const askerId = asker === 'nobody' ? '' : this.people.askers[asker];
    const asReader: Circumstances['asReader'] = async (method, path, sent) => {
      const { status, body: told } = await this.as(this.readerOf(word, record), method, path, sent);
      if (status >= 400) throw new Error(`${method} ${path} was answered ${status} to the reader`);
      return told as never;
    };
    return body({ record, askerId, days: await this.today(), siteId: this.people.teams['own site'].siteId, asReader });
  }

  /** Somebody who sees the record, whoever else does. */
  private readerOf(word: string, { team, reader }: MadeRecord): string {
    if (keptByAdministrators.includes(word)) return this.people.keeper;
    return ofProjects.includes(word) ? team.projectLeader : (reader ?? team.leader);
  }

  private async as(staffId: string | undefined, method: string, path: string, body?: unknown): Promise<Answer> {
    const cookie = staffId === undefined ? undefined : await this.cookieOf(staffId);
    if (/(sign-out|end-sessions|turn-off-second-factor)$/.test(path)) this.cookies.clear();
    return new Client(this.url).send(method, path, body, cookie);
  }

  /** A session that stands, made without signing in: that is not what is asked here. */
  private async cookieOf(staffId: string): Promise<{ Cookie: string }> {
    const cookie = this.cookies.get(staffId) ?? (await aSession(this.database, staffId));
    this.cookies.set(staffId, cookie);
    return cookie;
  }

  private async today(): Promise<Circumstances['days']> {
    if (!this.days)
      [this.days] = await this.database.sql<Circumstances['days']>(
        `select app.today()::text as today, (app.today() - 1)::text as yesterday, (app.today() - 7)::text as "lastWeek", (app.today() + 7)::text as "nextWeek"`,
      );
    return this.days as Circumstances['days'];
  }
}
