import type { DataSource } from 'typeorm';
import { type Anchor, faultsAgainst } from './anchor.js';

/** Minutes after which an event that stands in no chain is no longer one that the worker has yet to link. */
const linkedWithin = 5;

const sentences: Readonly<Record<string, string>> = {
  'link-missing': 'a link before it is missing',
  'event-removed': 'its event was removed',
  'event-changed': 'its event, or the link before, was changed',
};

export interface Verified {
  /** What is wrong, a sentence each. */
  faults: string[];
  /** What has not been linked yet, a sentence for each chain. */
  tails: string[];
  events: number;
}

/** Walks every chain, and looks for events that stand in none. */
export async function verify(source: DataSource, anchor?: Anchor): Promise<Verified> {
  const broken: { chain: string; number: string; event_id: string; fault: string }[] = await source.query('select * from access_log.broken_places()');
  const tails: { chain: string; events: string; first_event: string; first_at: string; late: boolean }[] = await source.query(
    `select *, app.instant(first_at) as first_at, first_at < now() - make_interval(mins => $1) as late from access_log.not_linked()`,
    [linkedWithin],
  );
  const [{ events }] = await source.query('select count(*)::integer as events from access_log.event');
  const told = tails.map(({ chain, events: count, first_event, first_at, late }) => ({
    late,
    text: `Chain ${chain}: ${count} events are not linked, from event ${first_event} of ${first_at} on.`,
  }));
  return {
    faults: [
      ...broken.map(
        ({ chain, number, event_id, fault }) => `Chain ${chain}: broken at link ${number}, event ${event_id}: ${sentences[fault] ?? fault}.`,
      ),
      ...(anchor ? await faultsAgainst(source, anchor) : []),
      ...told.filter(({ late }) => late).map(({ text }) => text),
    ],
    tails: told.filter(({ late }) => !late).map(({ text }) => text),
    events,
  };
}
