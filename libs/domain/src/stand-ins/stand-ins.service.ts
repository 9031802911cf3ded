import { Injectable } from '@nestjs/common';
import { invalidInput, notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import type { NewStandIn, StandIn, StandInFilters } from '@stegvis/contracts/stand-ins/stand-in';
import { type ListSpec, Records, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { StandInEntity } from './stand-in.entity.js';

const standIns: ListSpec = {
  rows: sqlBeside(import.meta.url, 'stand-ins.sql'),
  sorts: { startsOn: 'plain', endsOn: 'plain', coachName: 'swedish', standInName: 'swedish', siteName: 'swedish' },
  order: { sort: 'endsOn', order: 'DESC' },
};

/**
 * While a coach is away, somebody works with the caseload: all of it, as it is on each day, so that nobody who comes meanwhile
 * is forgotten. It ends by itself. Protected people stay with those who are named for them.
 */
@Injectable()
export class StandInsService extends Records<StandIn, StandInFilters> {
  constructor(work: UnitOfWork) {
    super(work, standIns);
  }

  /**
   * Takes effect with the stand-in's next request on the first day. Throws `invalid-input` for a site that the asker does not
   * lead, for people who do not coach there today, and for days that have passed; `conflict` where the two already have such days.
   */
  appoint(draft: NewStandIn): Promise<StandIn> {
    const { siteId, coachId, standInId, startsOn } = draft;
    return this.work.transaction(async (manager) => {
      const [site] = await manager.query(
        `select organisation_id as "organisationId", project_id as "projectId", id in (select access.my_sites('local-leader')) as mine,
                access.coaches_at($2, id) as "isCoached", access.coaches_at($3, id) as "isCoveredBy", access.asker_id() as me, app.today() as today
         from app.site where id = $1`,
        [siteId, coachId, standInId],
      );
      if (!site?.mine) throw invalidInput('siteId', 'not-your-site');
      if (!site.isCoached) throw invalidInput('coachId', 'coaches-not-there');
      if (!site.isCoveredBy) throw invalidInput('standInId', 'coaches-not-there');
      if (startsOn < site.today) throw invalidInput('startsOn', 'day-has-passed');
      const { organisationId, projectId, me } = site;
      const { id } = await manager.save(manager.create(StandInEntity, { ...draft, organisationId, projectId, appointedBy: me }));
      return this.get(id);
    });
  }

  /** Ends it at once, also before it has begun. Throws `not-from-this-status` when it is over already. */
  end(id: string): Promise<StandIn> {
    return this.work.transaction(async (manager) => {
      const standIn = await manager.findOne(StandInEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!standIn) throw notFound();
      if ((await this.get(id)).over) throw new Refusal('conflict', 'not-from-this-status');
      await writeChange(manager, StandInEntity, id, standIn.version, { endedAt: new Date().toISOString() });
      return this.get(id);
    });
  }
}
