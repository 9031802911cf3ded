import type { ProblemDocument } from '@stegvis/contracts/problems/problem';

/** What the pages need to know of a refusal. */
export interface Refusal {
  /** A sentence for the reader, or a message key of ours when the API could not be heard. */
  message: string;
  status: number;
  body: {
    code?: string;
    /** Keyed by input; `root.serverError` is what React-Admin shows for the form as a whole. */
    errors?: Record<string, string | { serverError: string }>;
    current?: unknown;
  };
}

/** Turns an answer that is no success into what React-Admin's forms and notifications expect. */
export function refusalOf(status: number, text: string): Refusal {
  const problem = parse(text);
  if (!problem?.message) return { message: status >= 500 || status === 0 ? 'layout.unavailable' : 'layout.refused', status, body: {} };
  const { message, code, errors, current } = problem;
  const hasErrors = errors && Object.keys(errors).length > 0;
  return { message, status, body: { code, current, ...(hasErrors && { errors: { ...errors, root: { serverError: message } } }) } };
}

function parse(text: string): Partial<ProblemDocument> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
