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
    /** Seconds after which it may be asked again. */
    retryAfter?: number;
  };
}

/** Turns an answer that is no success into what React-Admin's forms and notifications expect; `wait` is what its Retry-After says. */
export function refusalOf(status: number, text: string, wait: string | null = null): Refusal {
  const problem = parse(text);
  if (!problem?.message) return { message: status >= 500 || status === 0 ? 'layout.unavailable' : 'layout.refused', status, body: {} };
  const { message, code, errors, current } = problem;
  const hasErrors = errors && Object.keys(errors).length > 0;
  const retryAfter = status === 429 && wait ? { retryAfter: Number(wait) } : {};
  return { message, status, body: { code, current, ...retryAfter, ...(hasErrors && { errors: { ...errors, root: { serverError: message } } }) } };
}

function parse(text: string): Partial<ProblemDocument> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
