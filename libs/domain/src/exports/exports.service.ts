import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ExportResource } from '@stegvis/contracts/exports/codes';
import { type ExportFormat, exportTransitions, mostExportedRows } from '@stegvis/contracts/exports/codes';
import type { Export, ExportFilters, NewExport } from '@stegvis/contracts/exports/export';
import { notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import type { Language } from '@stegvis/contracts/staff/codes';
import { type ListSpec, mustStartFrom, Records, rowsInList, sqlBeside, UnitOfWork, wholeList } from '@stegvis/platform/postgres';
import type { SpreadsheetFile } from '@stegvis/platform/spreadsheet';
import { asFile } from './export-file.js';
import { ExportVault } from './export-vault.js';
import { exportedLists } from './exported-lists.js';

const exported: ListSpec = {
  rows: sqlBeside(import.meta.url, 'exports.sql'),
  sorts: { requestedAt: 'plain' },
  order: { sort: 'requestedAt', order: 'DESC' },
};

/** A file that the asker may fetch, as the database tells of it. */
interface Waiting {
  people: string[];
  criteria: string[];
  resource: ExportResource;
}
interface Taken {
  file: Buffer;
  format: ExportFormat;
  resource: ExportResource;
  language: Language;
}

/** Lists that people take out as files: asked for, fetched once, or taken back. The file is made by `ExportMaker`. */
@Injectable()
export class ExportsService extends Records<Export, ExportFilters> {
  constructor(
    work: UnitOfWork,
    private readonly vault: ExportVault,
  ) {
    super(work, exported);
  }

  /**
   * Asks for a file; the worker's doorbell rings as this is saved. The filters are those of the list, validated. Throws
   * `not-possible` for more than 10 000 rows, and for the eleventh of a day.
   */
  request({ resource, purpose, format, filter = {}, sort, order }: NewExport, language: Language): Promise<Export> {
    return this.work.transaction(async (manager) => {
      const { list } = exportedLists[resource];
      const asked = { filters: filter, sort, order };
      // Throws for a sort that the list does not know.
      wholeList(list, 'r.id', asked, 1);
      const [count] = await this.work.read<{ total: number }>(rowsInList(list, filter, mostExportedRows + 1));
      const total = count?.total ?? 0;
      if (total > mostExportedRows) throw new Refusal('not-possible', 'too-many-to-export');
      const id = randomUUID();
      const kept = this.vault.encrypt(Buffer.from(JSON.stringify(asked)), id, 'asked');
      await manager.query('select access.request_export($1, $2, $3, $4, $5, $6, $7)', [id, resource, purpose, format, language, kept, total]);
      return this.get(id);
    });
  }

  /**
   * Hands the file over, once, and notes whom it shows. Throws `not-found` when there is none, or no more, or it is somebody
   * else's; `conflict` when it shows somebody whom the asker sees no more: then it is gone.
   */
  async take(id: string): Promise<SpreadsheetFile> {
    const taken = await this.work.transaction(async (manager) => {
      const [waiting]: Waiting[] = await manager.query('select * from access.people_of_export($1)', [id]);
      if (!waiting) throw notFound();
      const [seen] = await manager.query('select count(*)::integer as people from app.participant where id = any ($1)', [waiting.people]);
      if (seen.people < waiting.people.length) {
        await manager.query('select access.refuse_export_of_others($1)', [id]);
        return undefined;
      }
      const [file] = await this.work.read<Taken>({
        text: 'select file, people, resource, format, language from access.take_export($1)',
        values: [id],
        shows: { participants: 'select unnest(people) from answer', fields: exportedLists[waiting.resource].fields },
        criteria: waiting.criteria,
      });
      if (!file) throw notFound();
      return file;
    });
    if (!taken) throw new Refusal('conflict', 'people-changed');
    return asFile(taken.resource, taken.format, taken.language, this.vault.decrypt(taken.file, id, 'file'));
  }

  /** Takes an export back: there is no file any more. Throws `not-from-this-status` when it has ended. */
  withdraw(id: string): Promise<Export> {
    return this.work.transaction(async (manager) => {
      const { state } = await this.get(id);
      mustStartFrom(exportTransitions.withdraw, state);
      await manager.query('select access.withdraw_export($1)', [id]);
      return this.get(id);
    });
  }
}
