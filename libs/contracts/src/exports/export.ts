import { Code, Id, Instant, SomeObject, Text, Whole } from '../fields/kinds.js';
import {
  type Denial,
  denials,
  type ExportFormat,
  type ExportResource,
  type ExportState,
  exportFormats,
  exportResources,
  exportStates,
} from './codes.js';

class ExportFacts {
  @Code(exportResources, { says: 'Which list' }) resource!: ExportResource;
  @Text({ says: 'Why it is taken out, without names of people; stands in the file and in the access log', min: 20, max: 300 }) purpose!: string;
  @Code(exportFormats, { says: 'Kind of file' }) format!: ExportFormat;
}

/** A list that somebody takes out as a file: made by the worker with the sight of who asked, and fetched once within a day. */
export class Export extends ExportFacts {
  @Id({ says: 'Id' }) id!: string;
  @Code(exportStates, { says: 'Where it stands' }) state!: ExportState;
  @Code(denials, { says: 'Why no file is there', nullable: true }) denial!: Denial | null;
  @Whole({ says: 'Rows: when it was asked for, and in the file when it is made', min: 0, max: 10_000 }) rows!: number;
  @Instant({ says: 'Asked for' }) requestedAt!: string;
  @Instant({ says: 'The file was made', nullable: true }) readyAt!: string | null;
  @Instant({ says: 'It can be fetched until then', nullable: true }) expiresAt!: string | null;
}

export class NewExport extends ExportFacts {
  @SomeObject({ says: 'The filters of that list, as its address has them', optional: true }) filter?: object;
  @Text({ says: 'Field that the rows are sorted by, as in that list', max: 40, optional: true }) sort?: string;
  @Code(['ASC', 'DESC'], { says: 'Which way', optional: true }) order?: 'ASC' | 'DESC';
}

export class ExportFilters {
  @Code(exportStates, { says: 'Where it stands', optional: true }) state?: ExportState;
}
