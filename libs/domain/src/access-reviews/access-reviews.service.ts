import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AccessReview,
  AccessReviewFilters,
  AccessReviewWithLooks,
  MarkLooks,
  NewAccessReview,
  ReviewedLook,
  SignReview,
} from '@stegvis/contracts/access-reviews/access-review';
import { invalidInput, Refusal } from '@stegvis/contracts/problems/refusal';
import { type ListSpec, Records, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';
import { AccessLogService } from '../access-log/index.js';
import { AccessReviewEntity } from './access-review.entity.js';
import { type Drawn, drawing, type Scope } from './draw.js';
import { ruleVersion } from './rules.js';

const reviews: ListSpec = {
  rows: sqlBeside(import.meta.url, 'access-reviews.sql'),
  sorts: { month: 'plain', startedAt: 'plain', signedAt: 'plain', siteName: 'swedish', organisationName: 'swedish' },
  filters: { signed: (signed: boolean) => `(r."signedAt" is not null) = ${signed}` },
  // A review by itself tells of nobody; that it was read is noted all the same.
  shows: { fields: [] },
  order: { sort: 'month', order: 'DESC' },
};

/**
 * Reviews of the access log. Supervision asks for recurring follow-up of the log, not only for a log: each month who answers for a
 * site looks at a sample and at what stands out, says what they found, and signs. A signed review stays as it is.
 */
@Injectable()
export class AccessReviewsService extends Records<AccessReview, AccessReviewFilters> {
  constructor(
    work: UnitOfWork,
    private readonly log: AccessLogService,
  ) {
    super(work, reviews);
  }

  /** With the looks that the asker may read: those of an own review, of people whom the asker may know of. Throws `not-found`. */
  async withLooks(id: string): Promise<AccessReviewWithLooks> {
    const review = await this.get(id);
    const items = await this.work.read<Omit<ReviewedLook, 'event'> & { eventKey: string }>({
      text: `select i.id, i.event_key as "eventKey", i.rules, i.mark, i.comment, w.name as "markedByName", i.marked_at as "markedAt"
             from app.access_review_item i left join app.staff w on w.id = i.marked_by
             where i.review_id = $1 order by cardinality(i.rules) = 0, i.id`,
      values: [id],
    });
    const events = await this.log.among(items.map(({ eventKey }) => eventKey));
    const reviewed = items.flatMap(({ eventKey, ...item }) => {
      const event = events.get(eventKey);
      return event ? [{ ...item, event }] : [];
    });
    return { ...review, reviewed };
  }

  /** Draws the looks of a month that has begun. Throws `invalid-input` for a place that the asker does not answer for. */
  start({ month, siteId = null, organisationId = null }: NewAccessReview): Promise<AccessReview> {
    return this.work.transaction(async (manager) => {
      const [found] = await manager.query(
        `select date_trunc('month', $1::date)::date::text as month, $1::date > app.today() as ahead, (select row_to_json(w) from (select id, name from app.staff where id = access.asker_id()) as w) as me,
                (select row_to_json(s) from (select organisation_id as "organisationId", project_id as "projectId" from app.site
                  where id = $2 and id in (select access.my_sites('local-leader'))) as s) as site,
                $3::uuid = any ((access.my_sight()).audited_organisations) as audited`,
        [month, siteId, organisationId],
      );
      if (found.ahead) throw invalidInput('month', 'future-date');
      if (siteId !== null && !found.site) throw invalidInput('siteId', 'not-your-site');
      if (siteId === null && !found.audited) throw invalidInput(organisationId === null ? 'siteId' : 'organisationId', 'not-yours-to-review');
      const place = found.site ?? { organisationId, projectId: null };
      return this.draw(
        manager,
        { month: found.month, organisationId: place.organisationId, siteId, seed: randomInt(2 ** 31) },
        place.projectId,
        found.me,
      );
    });
  }

  private async draw(manager: EntityManager, scope: Scope, projectId: string | null, me: { id: string; name: string }): Promise<AccessReview> {
    const { text, values = [] } = drawing(scope);
    const [{ looks, items }]: [Drawn] = await manager.query(text, [...values]);
    const { id } = await manager.save(
      manager.create(AccessReviewEntity, { ...scope, projectId, ruleVersion, looks, startedBy: me.id, startedByName: me.name }),
    );
    await manager.query(
      `insert into app.access_review_item (organisation_id, project_id, site_id, review_id, event_key, people, rules)
       select $1, $2, $3, $4, i.event, i.people, i.rules from json_to_recordset($5) as i (event uuid, people uuid[], rules text[])`,
      [scope.organisationId, projectId, scope.siteId, id, JSON.stringify(items)],
    );
    return this.get(id);
  }

  /** Says what was found of some looks; may be said anew until the review is signed. What is followed up says why. */
  mark(id: string, { itemIds, mark, comment = null }: MarkLooks): Promise<AccessReview> {
    return this.work.transaction(async (manager) => {
      await this.mustBeOpen(id);
      if (mark === 'follow-up' && !comment) throw invalidInput('comment', 'required');
      const [, marked] = await manager.query(
        `update app.access_review_item set mark = $3, comment = nullif($4, ''), marked_by = access.asker_id(), marked_at = now(), version = version + 1
         where review_id = $1 and id = any ($2)`,
        [id, itemIds, mark, comment],
      );
      if (marked !== new Set(itemIds).size) throw invalidInput('itemIds', 'unknown-reference');
      return this.get(id);
    });
  }

  /** Signs with the asker's name and the moment. Throws `review-not-finished` while a look is not marked. */
  sign(id: string, { comment }: SignReview): Promise<AccessReview> {
    return this.work.transaction(async (manager) => {
      const { version } = await this.mustBeOpen(id);
      const [me] = await manager.query('select id, name, now() as now from app.staff where id = access.asker_id()');
      await writeChange(manager, AccessReviewEntity, id, version, {
        signedBy: me.id,
        signedByName: me.name,
        signedAt: me.now,
        comment: comment || null,
      });
      return this.get(id);
    });
  }

  private async mustBeOpen(id: string): Promise<AccessReview> {
    const review = await this.get(id);
    if (!review.mine) throw new Refusal('not-permitted', 'not-permitted');
    if (review.signedAt) throw new Refusal('conflict', 'review-is-signed');
    return review;
  }
}
