import { Injectable } from '@nestjs/common';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { Submission, SubmissionFilters } from '@stegvis/contracts/submissions/submission';
import { type ListSpec, Records, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import type { FileFormat, SpreadsheetFile } from '@stegvis/platform/spreadsheet';
import { fileOfSubmission } from './report-file.js';

const submissions: ListSpec = {
  rows: sqlBeside(import.meta.url, 'submissions.sql'),
  sorts: { projectName: 'swedish', periodStart: 'plain', periodEnd: 'plain', submittedAt: 'plain' },
  order: { sort: 'submittedAt', order: 'DESC' },
};

/** Reports as funders read them. They are never changed. */
@Injectable()
export class SubmissionsService extends Records<Submission, SubmissionFilters> {
  constructor(work: UnitOfWork) {
    super(work, submissions);
  }

  /** The submission as a file: the published rows, and nothing else. */
  async export(id: string, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
    return fileOfSubmission(await this.get(id), format, language);
  }
}
