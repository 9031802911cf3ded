import { HttpError } from 'react-admin';
import { takeFirstAnswer } from './firstAnswers';
import { currentLanguage } from './i18n/language';
import { refusalOf } from './problem';

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

/** The one way to the API, also for ra-data-json-server: JSON, the reader's language, refusals as React-Admin expects them. */
export async function request(url: string, options: RequestInit = {}): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLanguage() });
  if (options.method && options.method !== 'GET') headers.set('Content-Type', 'application/json');
  const response = await inTime(url, { ...options, headers }).catch((error: unknown) => {
    if (error instanceof HttpError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new HttpError('layout.offline', 0, {});
  });
  const body = await response.text();
  if (!response.ok) {
    const refusal = refusalOf(response.status, body);
    throw new HttpError(refusal.message, refusal.status, refusal.body);
  }
  return { status: response.status, headers: response.headers, body, json: body ? JSON.parse(body) : undefined };
}

/** Reads or sends JSON and answers with what came back. */
export async function send<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const { json } = await request(`/api/${path}`, { method, signal, ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }) });
  return json as T;
}
