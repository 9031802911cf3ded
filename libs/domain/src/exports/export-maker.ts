import { Injectable } from '@nestjs/common';
import { type ExportFormat, type ExportResource, mostExportedRows } from '@stegvis/contracts/exports/codes';
import type { Language } from '@stegvis/contracts/staff/codes';
import { databaseFault, InjectUnitOfWork, onBehalfOf, UnitOfWork, type WholeList, wholeList } from '@stegvis/platform/postgres';
import { type ExportedRow, writeExport } from './export-file.js';
import { ExportVault } from './export-vault.js';
import { exportedLists, selectionOf } from './exported-lists.js';
import { withoutNames } from './without-names.js';

/** What the database gives the job that begins: whose list it is, and the signed statement of them. */
interface Begun {
  statement: string;
  staffId: string;
  staffName: string;
  attempt: number;
  resource: ExportResource;
  purpose: string;
  format: ExportFormat;
  language: Language;
  asked: Buffer;
  requestedAt: string;
}

/** The SQLSTATE by which the database says that this job is not the one that hands the file over. */
const anotherMakesIt = 'SV409';

type Row = ExportedRow & { people: string[]; names: string | null };

/**
 * Makes the files, in the worker's process. Which rows there are is decided by the policies, for whoever asked, at the moment
 * of reading: the list is read under the API's role with a statement that the database has signed for this export alone. Every
 * method needs a job around it (`asJob`), and may run twice or side by side without harm.
 */
@Injectable()
export class ExportMaker {
  constructor(
    private readonly work: UnitOfWork,
    @InjectUnitOfWork('api') private readonly asApi: UnitOfWork,
    private readonly vault: ExportVault,
  ) {}

  /** Makes the file of an export. False when there was nothing to make, or somebody else made it, or it was not allowed. */
  async make(exportId: string, requestId: string): Promise<boolean> {
    const [begun] = await this.work.transaction<Begun[]>((manager) =>
      manager.query('select * from access.start_export($1, $2)', [exportId, requestId]),
    );
    if (!begun) return false;
    try {
      return await onBehalfOf({ ...begun, requestId, action: 'exports.create' }, () => this.handOver(exportId, begun));
    } catch (fault) {
      // It was taken back meanwhile, or another job began after this one: nothing of this one is left, and nothing was noted.
      if (databaseFault(fault)?.code === anotherMakesIt) return false;
      throw fault;
    }
  }

  /** Removes files that nobody fetched within a day, and makes those whose bell was lost or whose worker died. Answers with those it made. */
  async sweep(requestId: string): Promise<string[]> {
    const left = await this.work.transaction<{ id: string }[]>((manager) => manager.query('select access.sweep_exports() as id'));
    const made: string[] = [];
    const faults: unknown[] = [];
    for (const { id } of left) {
      try {
        if (await this.make(id, requestId)) made.push(id);
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
    return made;
  }

  /** Reads, notes whom the file shows, and lays it ready: in one transaction, so that there is no file without its note. */
  private handOver(exportId: string, { resource, purpose, format, language, asked, attempt, staffName, requestedAt }: Begun): Promise<boolean> {
    const list = JSON.parse(this.vault.decrypt(asked, exportId, 'asked').toString()) as WholeList;
    return this.asApi.transaction(async (manager) => {
      const statement = wholeList(exportedLists[resource].list, selectionOf(resource), list, mostExportedRows + 1);
      const rows: Row[] = await manager.query(statement.text, [...(statement.values ?? [])]);
      if (rows.length > mostExportedRows) {
        await manager.query('select access.refuse_export($1, $2, $3)', [exportId, attempt, 'too-many-rows']);
        return false;
      }
      const people = [...new Set(rows.flatMap((row) => row.people))];
      const criteria = [
        ...(statement.criteria ?? []),
        withoutNames(
          purpose,
          rows.flatMap(({ names }) => names ?? []),
        ),
      ];
      const file = await writeExport({ exportId, resource, by: staffName, at: requestedAt, purpose }, format, language, rows);
      await this.asApi.read({
        text: 'select unnest($1::uuid[]) as id',
        values: [people],
        shows: { participants: 'select id from answer', fields: exportedLists[resource].fields },
        criteria,
      });
      const kept = this.vault.encrypt(file, exportId, 'file');
      await manager.query('select access.hand_over_export($1, $2, $3, $4, $5, $6)', [exportId, attempt, kept, people, criteria, rows.length]);
      return true;
    });
  }
}
