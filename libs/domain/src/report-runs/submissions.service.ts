import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { Submission, SubmissionFilters } from '@stegvis/contracts/submissions/submission';
import { type ListSpec, type Page, readOne, readPage, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import type { FileFormat, SpreadsheetFile } from '@stegvis/platform/spreadsheet';
import { fileOfSubmission } from './report-file.js';

const submissions: ListSpec = {
  rows: sqlBeside(import.meta.url, 'submissions.sql'),
  sorts: { projectName: 'swedish', periodStart: 'plain', periodEnd: 'plain', submittedAt: 'plain' },
  order: { sort: 'submittedAt', order: 'DESC' },
};

/** Reports as funders read them. They are never changed. */
@Injectable()
export class SubmissionsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: SubmissionFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Submission>> {
    return readPage(this.work, submissions, filters, window, ids);
  }

  get(id: string): Promise<Submission> {
    return readOne(this.work, submissions, id);
  }

  /** The submission as a file: the published rows, and nothing else. */
  async export(id: string, format: FileFormat, language: Language): Promise<SpreadsheetFile> {
    return fileOfSubmission(await this.get(id), format, language);
  }
}
