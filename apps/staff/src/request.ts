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

/** The one way to the API, also for ra-data-json-server: JSON, the reader's language, refusals as React-Admin expects them. */
export async function request(url: string, options: RequestInit = {}): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLanguage() });
  if (options.method && options.method !== 'GET') headers.set('Content-Type', 'application/json');
  const reading = !options.method || options.method === 'GET';
  const first = reading ? await takeFirstAnswer(url) : undefined;
  const response =
    first ??
    (await fetch(url, { ...options, headers }).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new HttpError('layout.offline', 0, {});
    }));
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
