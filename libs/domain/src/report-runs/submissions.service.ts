import { Injectable } from '@nestjs/common';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { Submission, SubmissionFilters, SubmissionReturn } from '@stegvis/contracts/submissions/submission';
import { type ListSpec, Records, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import type { FileFormat, SpreadsheetFile } from '@stegvis/platform/spreadsheet';
import { fileOfSubmission } from './report-file.js';

const submissions: ListSpec = {
  rows: sqlBeside(import.meta.url, 'submissions.sql'),
  sorts: { projectName: 'swedish', periodStart: 'plain', periodEnd: 'plain', submittedAt: 'plain' },
  order: { sort: 'submittedAt', order: 'DESC' },
};

/** Reports as funders read them. Their figures are never changed; the funder may return one. */
@Injectable()
export class SubmissionsService extends Records<Submission, SubmissionFilters> {
  constructor(work: UnitOfWork) {
    super(work, submissions);
  }

  /**
   * The funder returns a submission and says why. Its run is returned with it; the project leader makes a new one, which takes
   * its place. Throws `not-from-this-status` when it was returned before or a later one has taken its place.
   */
  return(id: string, { comment }: SubmissionReturn): Promise<Submission> {
    return this.work.transaction(async (manager) => {
      const { returnedAt, replaced } = await this.get(id);
      if (returnedAt !== null || replaced) throw new Refusal('not-possible', 'not-from-this-status');
      await manager.query('select access.return_submission($1, $2)', [id, comment]);
      return this.get(id);
    });
  }

  /** The submission as a file: the published rows, and nothing else. */
  async export(id: string, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
    // In a transaction, which notes that a file was taken.
    return fileOfSubmission(await this.work.transaction(() => this.get(id)), format, language);
  }
}
