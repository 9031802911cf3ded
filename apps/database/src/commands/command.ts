import { settings } from '@stegvis/platform/settings';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';

/** One command of this program: what it does with the rest of the line, and the sentence that says so. */
export interface Command {
  says: string;
  run: (words: string[]) => Promise<void>;
}

/** What was asked cannot be done, and the sentence says why: shown without the trace of a fault. */
export class CannotBeDone extends Error {}

/** Opens the database as its owner for as long as the work takes. */
export async function asOwner<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  if (!settings().DATABASE_URL) throw new CannotBeDone('DATABASE_URL is not set: which PostgreSQL database is it?');
  const source = await ownerSource().initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
