/** The lists that can be taken out as a file. */
export const exportResources = ['participants', 'enrolments', 'meetings'] as const;
export type ExportResource = (typeof exportResources)[number];

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * Where an export stands. requested and running: the file is being made. ready: it can be fetched, once. All the others are
 * ends, and there is no file any more.
 */
export const exportStates = ['requested', 'running', 'ready', 'downloaded', 'expired', 'withdrawn', 'denied', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** Why no file was made for somebody who had asked. */
export const denials = ['rights-ended', 'too-many-rows', 'people-changed'] as const;
export type Denial = (typeof denials)[number];

/** The verbs of an export: from which state, to which. */
export const exportTransitions = {
  withdraw: { from: ['requested', 'running', 'ready'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ExportState[]; to: ExportState }>;

/** So many rows a file has at most. */
export const mostExportedRows = 10_000;
/** So many exports a person may ask for on one local day; the database counts. */
export const mostExportsADay = 10;
/** A file can be fetched for so many hours; the database counts. */
export const exportHours = 24;
