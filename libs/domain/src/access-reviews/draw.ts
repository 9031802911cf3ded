import type { ReviewRule } from '@stegvis/contracts/access-reviews/codes';
import { type Statement, sqlBeside } from '@stegvis/platform/postgres';
import { rules, sample } from './rules.js';

const looks = sqlBeside(import.meta.url, 'looks.sql');

/** What is drawn for a review: how many looks there were, and which are reviewed. */
export interface Drawn {
  looks: number;
  items: { event: string; people: string[]; rules: ReviewRule[] }[];
}

/** Of what a review is made. */
export interface Scope {
  /** The first day of the month. */
  month: string;
  organisationId: string;
  /** Unset for the whole organisation. */
  siteId: string | null;
  seed: number;
}

/**
 * Draws the looks of a review: those that stand out by any rule, and a sample by chance. The sample follows from the seed and the
 * looks alone: whoever draws again gets the same.
 */
export const drawing = ({ month, organisationId, siteId, seed }: Scope): Statement => ({
  text: `with looks as materialized (${looks}),
    hits as (${Object.entries(rules)
      .filter(([, { needsCases }]) => siteId !== null || !needsCases)
      .map(([name, { select }]) => `select '${name}' as rule, hit.id from (${select}) as hit`)
      .join(' union all ')}),
    sample as (select l.id from looks l order by md5($4::text || l.id::text)
               limit (select greatest(${sample.least}, ceil(${sample.share} * count(*)))::bigint from looks)),
    drawn as (select chosen.id, coalesce(array_agg(chosen.rule order by chosen.rule) filter (where chosen.rule is not null), '{}') as rules
              from (select h.id, h.rule from hits h union all select s.id, null from sample s) as chosen group by chosen.id)
    select (select count(*) from looks)::integer as looks,
           coalesce((select json_agg(json_build_object('event', d.id, 'people', l.people, 'rules', d.rules)) from drawn d join looks l on l.id = d.id), '[]'::json) as items`,
  values: [month, organisationId, siteId, seed],
});
