import { readFile, writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { CannotBeDone } from '../command.js';

/** How far a chain had come: kept outside, it is what nobody who writes to the database can change. Times are UTC. */
export interface AnchorLine {
  chain: string;
  number: number;
  /** Hexadecimal. */
  hash: string;
  linkedAt: string;
}
export interface Anchor {
  made: string;
  chains: AnchorLine[];
}

/** The last link of every chain. */
export async function makeAnchor(source: DataSource): Promise<Anchor> {
  const chains: AnchorLine[] = await source.query(
    `select distinct on (chain) chain, number::integer, encode(hash, 'hex') as hash, app.instant(linked_at) as "linkedAt"
     from access_log.link order by chain, number desc`,
  );
  return { made: new Date().toISOString(), chains };
}

export const writeAnchor = (file: string, anchor: Anchor): Promise<void> =>
  writeFile(file, `${JSON.stringify(anchor, null, 2)}\n`, { flag: 'wx' }).catch((fault: { code?: string }) => {
    if (fault.code === 'EEXIST') throw new CannotBeDone(`${file} is there already: an anchor is not written over.`);
    throw fault;
  });

export async function readAnchor(file: string): Promise<Anchor> {
  const told: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray((told as Partial<Anchor> | null)?.chains)) throw new CannotBeDone(`${file} is no anchor of the access log.`);
  return told as Anchor;
}

/** What does not fit an anchor, a sentence each: a chain that was cut or made anew behind it. */
export async function faultsAgainst(source: DataSource, { made, chains }: Anchor): Promise<string[]> {
  const found: { chain: string; hash: string | null }[] = await source.query(
    `select known.chain, encode(l.hash, 'hex') as hash
     from jsonb_to_recordset($1) as known (chain uuid, number bigint, hash text)
     left join access_log.link l on l.chain = known.chain and l.number = known.number
     where encode(l.hash, 'hex') is distinct from known.hash order by 1`,
    [JSON.stringify(chains)],
  );
  return found.map(({ chain, hash }) => {
    const number = chains.find((one) => one.chain === chain)?.number;
    const what = hash === null ? 'is no longer there: the chain was cut' : 'is another one now: the chain was made anew';
    return `Chain ${chain}: link ${number}, known since ${made}, ${what}.`;
  });
}
