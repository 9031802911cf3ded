import { HttpError } from 'react-admin';
import { isAttended } from './attendance';
import { takeFirstAnswer } from './firstAnswers';
import { currentLanguage } from './i18n/language';
import { refusalOf } from './problem';
import { type InterruptionKind, interrupt } from './sign-in/interruptions';

interface Answer {
  status: number;
  headers: Headers;
  body: string;
  json: unknown;
}

/** In milliseconds: who waits longer than this for a page believes that it hangs. */
const patience = 15_000;

/** Reading is given up after a while; what is being saved is waited for, since giving up would not tell whether it was. */
function inTime(url: string, options: RequestInit): Promise<Response> {
  if (options.method && options.method !== 'GET') return fetch(url, options);
  const giveUp = new AbortController();
  const givenUp = new Promise<never>((_answer, refuse) => {
    giveUp.signal.addEventListener('abort', () => refuse(giveUp.signal.reason));
  });
  const timer = setTimeout(() => giveUp.abort(new HttpError('layout.slow', 408, {})), patience);
  const stop = () => giveUp.abort();
  options.signal?.addEventListener('abort', stop);
  const answer = async () => (await takeFirstAnswer(url)) ?? fetch(url, { ...options, signal: giveUp.signal });
  return Promise.race([answer(), givenUp]).finally(() => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  });
}

/** Whether somebody is signed in, as far as this page knows: only then is it news that nobody is. */
let signedIn = false;
/** How often the session's token was replaced: a request that was on its way meanwhile is sent again. */
let tokens = 0;

export function expectAnswers(expected: boolean): void {
  signedIn = expected;
}

export function tokenHasChanged(): void {
  tokens++;
}

/** What the person is asked before a request that was refused can be sent again; these are the answers to that very question. */
const answersToAQuestion = /\/api\/auth\/(sign-in|step-up|sign-out)$/;

function questionFor(url: string, { status, body }: HttpError): InterruptionKind | undefined {
  const code = (body as { code?: string } | undefined)?.code;
  if (!signedIn || answersToAQuestion.test(url)) return undefined;
  if (status === 403 && code === 'step-up-needed') return 'step-up';
  return status === 401 && code === 'not-signed-in' ? 'signed-out' : undefined;
}

/** Sends something; when the session has ended, or the person has to show who they are, they are asked over the page first. */
async function askedWhereNeeded<T>(url: string, attempt: () => Promise<T>): Promise<T> {
  const token = tokens;
  try {
    return await attempt();
  } catch (error) {
    const question = error instanceof HttpError ? questionFor(url, error) : undefined;
    if (!question) throw error;
    const replaced = question === 'signed-out' && token !== tokens;
    if (!replaced && !(await interrupt(question))) throw error;
    return attempt();
  }
}

/** The one way to the API, also for ra-data-json-server: JSON, the reader's language, refusals as React-Admin expects them. */
export function request(url: string, options: RequestInit = {}): Promise<Answer> {
  return askedWhereNeeded(url, () => once(url, options));
}

async function reached(response: Promise<Response>): Promise<Response> {
  return response.catch((error: unknown) => {
    if (error instanceof HttpError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new HttpError('layout.offline', 0, {});
  });
}

function refused(response: Response, body: string): HttpError {
  const refusal = refusalOf(response.status, body, response.headers.get('Retry-After'));
  return new HttpError(refusal.message, refusal.status, refusal.body);
}

async function once(url: string, options: RequestInit): Promise<Answer> {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json');
  headers.set('Accept-Language', currentLanguage());
  // A page that asks by itself while nobody is there does not keep the session going.
  if (!isAttended()) headers.set('Stegvis-Unattended', '1');
  if (options.method && options.method !== 'GET') headers.set('Content-Type', 'application/json');
  const response = await reached(inTime(url, { ...options, headers }));
  const body = await response.text();
  if (!response.ok) throw refused(response, body);
  return { status: response.status, headers: response.headers, body, json: body ? JSON.parse(body) : undefined };
}

/** Reads or sends JSON and answers with what came back. */
export async function send<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const { json } = await request(`/api/${path}`, { method, signal, ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }) });
  return json as T;
}

/** Reads a file: as it came, with its name. Its refusals are those of `request`. */
export function requestFile(url: string): Promise<{ blob: Blob; name: string }> {
  return askedWhereNeeded(url, async () => {
    const response = await reached(fetch(url, { headers: { 'Accept-Language': currentLanguage() } }));
    if (!response.ok) throw refused(response, await response.text());
    const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { blob: await response.blob(), name };
  });
}
