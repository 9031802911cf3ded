import jsonServerProvider from 'ra-data-json-server';
import type { DataProvider, Identifier } from 'react-admin';
import { request, send } from './request';

/** The lists speak JSON-Server's dialect; two more words cover everything else. */
export interface StegvisProvider extends DataProvider {
  /** A verb: `POST /api/<resource>/<id>/<verb>`. */
  act<T>(resource: string, id: Identifier, verb: string, body: object): Promise<T>;
  /** A question whose words must not stand in an address, since addresses end up in logs. */
  ask<T>(path: string, body: object, signal?: AbortSignal): Promise<T>;
  /** A page that the API serves in one answer, such as `my-day`. */
  read<T>(path: string, signal?: AbortSignal): Promise<T>;
}

/** The header that words to search by travel in, as UTF-8 in percents. */
const wordsHeader = 'Stegvis-Words';

export const dataProvider: StegvisProvider = {
  ...jsonServerProvider('/api', request),
  // Words to search by may be a name, and addresses end up in logs.
  getList: (resource, params) => {
    const { q, ...filter } = params.filter ?? {};
    const asking: typeof request = (url, options = {}) =>
      request(url, { ...options, ...(q && { headers: { [wordsHeader]: encodeURIComponent(String(q)) } }) });
    return jsonServerProvider('/api', asking).getList(resource, { ...params, filter });
  },
  act: (resource, id, verb, body) => send('POST', `${resource}/${id}/${verb}`, body),
  ask: (path, body, signal) => send('POST', path, body, signal),
  read: (path, signal) => send('GET', path, undefined, signal),
};
