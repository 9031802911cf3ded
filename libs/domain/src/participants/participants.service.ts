import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import { unreadableNumber } from '@stegvis/contracts/participants/codes';
import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { FindParticipant, ParticipantChange, ParticipantFilters, ParticipantRow, Referral } from '@stegvis/contracts/participants/participant';
import { invalidInput, notFound } from '@stegvis/contracts/problems/refusal';
import { nameForm } from '@stegvis/contracts/search/name-form';
import { faultFields, log } from '@stegvis/platform/log';
import {
  type Bind,
  type ExpectedVersion,
  type ListSpec,
  mustBeAt,
  type Page,
  readOne,
  readPage,
  type Shows,
  sqlBeside,
  UnitOfWork,
  writeChange,
} from '@stegvis/platform/postgres';
import { IdentityVault, maskedNumber, type NumberHolder } from './identity-vault.js';
import { identityNumberIn, numberGiven } from './number-given.js';
import { ParticipantEntity } from './participant.entity.js';
import { mustKeepPseudonym, namesFor } from './pseudonym.js';
import { withoutUnseen } from './without-unseen.js';

export const participants: ListSpec = {
  rows: sqlBeside(import.meta.url, 'participants.sql'),
  sorts: {
    name: 'swedish',
    familyName: 'swedish',
    givenName: 'swedish',
    projectName: 'swedish',
    siteName: 'swedish',
    coachName: 'swedish',
    dateOfBirth: 'plain',
    status: 'plain',
    mainStage: 'plain',
    lastContactOn: 'plain',
    dueReminders: 'plain',
  },
  filters: {
    q: everyWordBeginsAName,
    mine: (mine: boolean) => (mine ? 'r.id = any (array(select access.my_coached_participants()))' : 'true'),
    identityNumber: (hashes: Buffer[], bind: Bind) => `r."numberHash" = any (${bind(hashes)}::bytea[])`,
  },
  within: {
    coach: 'r.id = any (array(select access.my_coached_participants()))',
    'local-leader': `r."siteIds" && array(select access.my_sites('local-leader'))`,
    'project-leader': 'r."siteIds" && array(select access.my_named_sites())',
  },
  shows: { participants: 'select id from answer', fields: ['name', 'contact', 'number', 'enrolment'] },
  order: { sort: 'name', order: 'ASC' },
};
const pageSql = sqlBeside(import.meta.url, 'participant-page.sql');
/** The person, and whoever else took part in the same meetings and is seen there. */
const onPage: Shows = {
  participants: `select id from answer union
    select (shown #>> '{}')::uuid from answer, jsonb_path_query(answer.enrolments::jsonb, '$[*].meetings[*].attendances[*].participantId') as shown
    where shown <> 'null'`,
  fields: ['name', 'contact', 'number', 'enrolment', 'facts', 'stages', 'meetings', 'notes', 'reminders'],
};

/** A row as the database gives it: with what never leaves the server. */
interface StoredRow extends ParticipantRow {
  numberEncrypted: Buffer | null;
  numberHash: Buffer | null;
}
type StoredPage = ParticipantPage & { numberEncrypted: Buffer | null };

/** The people whom projects support. */
@Injectable()
export class ParticipantsService {
  /** People whose number this process could not read. */
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: IdentityVault,
  ) {}

  list(filters: ParticipantFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<ParticipantRow>> {
    return this.pageOf(filters, window, ids);
  }

  /** Finds people by their whole identity number, in the organisations where the asker works. */
  find({ identityNumber }: FindParticipant): Promise<Page<ParticipantRow>> {
    return this.work.transaction(async (manager) => {
      const organisations: { id: string }[] = await manager.query(
        `select distinct organisation_id as id from app.site where id in (select access.my_sites('coach')) or id in (select access.my_sites('local-leader'))`,
      );
      const hashes = await this.hashesOf(
        identityNumber,
        organisations.map(({ id }) => id),
      );
      return this.pageOf({ identityNumber: hashes }, { start: 0, end: 25, order: 'ASC' });
    });
  }

  /** The hashes by which a whole number is found, one for each organisation. Throws `invalid-input` for what is no number. */
  async hashesOf(identityNumber: string, organisationIds: readonly string[]): Promise<Buffer[]> {
    const { number } = identityNumberIn(identityNumber, await this.today());
    return organisationIds.map((id) => this.vault.hash(number, id));
  }

  async get(id: string): Promise<ParticipantRow> {
    return this.shown(await readOne<StoredRow>(this.work, participants, id));
  }

  /** The person with enrolments, stages, meetings and reminders, in one statement. */
  async page(id: string): Promise<ParticipantPage> {
    const [found] = await this.work.read<StoredPage>({ text: pageSql, values: [id], shows: onPage });
    if (!found) throw notFound();
    const { numberEncrypted, ...page } = found;
    return {
      ...page,
      enrolments: page.enrolments.map(withoutUnseen),
      participant: { ...page.participant, identityNumberMasked: this.masked(numberEncrypted, page.participant.organisationId, id) },
    };
  }

  /** Registers a person with a first enrolment, which waits for an answer. The asker must work at the site. */
  refer(referral: Referral): Promise<ParticipantRow> {
    return this.work.transaction(async (manager) => {
      const { siteId, referredBy, referredOn, identityNumber, ...facts } = referral;
      const today = await this.today();
      const [place] = await manager.query('select organisation_id as "organisationId", access.works_at(id) as mine from app.site where id = $1', [
        siteId,
      ]);
      if (!place?.mine) throw invalidInput('siteId', 'not-your-site');
      if (referral.dateOfBirth > today) throw invalidInput('dateOfBirth', 'future-date');
      if (referredOn > today) throw invalidInput('referredOn', 'future-date');
      const id = randomUUID();
      const names = namesFor(referral);
      const number = this.numberFor({ organisationId: place.organisationId, participantId: id }, referral, null, today);
      const person = {
        given_name: names.givenName,
        family_name: names.familyName,
        identity_kind: number.identityKind,
        date_of_birth: facts.dateOfBirth,
        gender: facts.gender,
        language: facts.language,
        interpreter: facts.interpreter,
        phone: facts.phone,
        email: facts.email,
        address: facts.address,
        pseudonymous: facts.pseudonymous,
      };
      await manager.query('select access.refer($1, $2, $3, $4, $5, $6, $7)', [
        id,
        siteId,
        person,
        number.numberEncrypted,
        number.numberHash,
        referredBy ?? null,
        referredOn,
      ]);
      return this.get(id);
    });
  }

  change(id: string, change: ParticipantChange, expected: ExpectedVersion): Promise<ParticipantRow> {
    return this.work.transaction(async (manager) => {
      const current = await this.get(id);
      mustBeAt(expected, current);
      const today = await this.today();
      if (change.dateOfBirth > today) throw invalidInput('dateOfBirth', 'future-date');
      mustKeepPseudonym(current, change);
      const { version: _read, identityKind: _kind, identityNumber: _number, ...facts } = change;
      const number = this.numberFor({ organisationId: current.organisationId, participantId: id }, change, current.identityKind, today);
      await writeChange(manager, ParticipantEntity, id, expected.version, { ...facts, ...number });
      return this.get(id);
    });
  }

  private async pageOf(filters: object, window: ListWindow, ids?: readonly string[]): Promise<Page<ParticipantRow>> {
    const { rows, total } = await readPage<StoredRow>(this.work, participants, filters, window, ids);
    return { rows: rows.map((row) => this.shown(row)), total };
  }

  /** The columns that hold the number, as far as something was filled in about it. */
  private numberFor(
    holder: NumberHolder,
    given: Parameters<typeof numberGiven>[0],
    before: Parameters<typeof numberGiven>[1],
    today: string,
  ): Partial<ParticipantEntity> {
    const number = numberGiven(given, before, today);
    if (number === 'as-before') return {};
    if (number === 'none') return { identityKind: 'none', numberEncrypted: null, numberHash: null };
    return {
      identityKind: number.kind,
      numberEncrypted: this.vault.encrypt(number.number, holder),
      numberHash: this.vault.hash(number.number, holder.organisationId),
    };
  }

  private shown({ numberEncrypted, numberHash: _hidden, ...row }: StoredRow): ParticipantRow {
    return { ...row, identityNumberMasked: this.masked(numberEncrypted, row.organisationId, row.id) };
  }

  private masked(encrypted: Buffer | null, organisationId: string, participantId: string): string | null {
    if (!encrypted) return null;
    try {
      return maskedNumber(this.vault.decrypt(encrypted, { organisationId, participantId }));
    } catch (fault) {
      // The rest of the person can be read; whoever runs the installation is told once of each.
      if (!this.unreadable.has(participantId)) log.error({ subjectId: participantId, ...faultFields(fault) }, 'an identity number cannot be read');
      this.unreadable.add(participantId);
      return unreadableNumber;
    }
  }

  private async today(): Promise<string> {
    const [row] = await this.work.read<{ today: string }>({ text: 'select app.today() as today' });
    return (row as { today: string }).today;
  }
}

/** Each word begins a word of the name, whatever the order, as in a search: "ek anna" finds Anna Maria Ek. */
function everyWordBeginsAName(text: string, bind: Bind): string {
  if (text.trim() === '') return 'true';
  const words = nameForm(text).split(' ').filter(Boolean).slice(0, 10);
  return words.length === 0 ? 'false' : `r."nameForm" like all ((select app.beginnings(${bind(words)}::text[]))::text[])`;
}
