import { Injectable } from '@nestjs/common';
import type { NameGrant, NameGrantFilters, NewNameGrant } from '@stegvis/contracts/name-grants/name-grant';
import { invalidInput, notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import { type ListSpec, Records, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { NameGrantEntity } from './name-grant.entity.js';

const nameGrants: ListSpec = {
  rows: sqlBeside(import.meta.url, 'name-grants.sql'),
  sorts: { validFrom: 'plain', validTo: 'plain', staffName: 'swedish', siteName: 'swedish' },
  order: { sort: 'validTo', order: 'DESC' },
};

/**
 * Who leads a project sees its people without their names. A leader of a site, who answers for its people, may let them see
 * the names for a time: secrecy holds between authorities, and is lifted on a ground only (8 kap. 1 § and 10 kap. OSL).
 */
@Injectable()
export class NameGrantsService extends Records<NameGrant, NameGrantFilters> {
  constructor(work: UnitOfWork) {
    super(work, nameGrants);
  }

  /** Takes effect with the other person's next request. Throws `invalid-input` for a site that the asker does not lead, and for somebody who does not lead its project. */
  give({ siteId, staffId, ground, validTo, sensitiveFacts = false }: NewNameGrant): Promise<NameGrant> {
    return this.work.transaction(async (manager) => {
      const [site] = await manager.query(
        `select organisation_id as "organisationId", project_id as "projectId", access.leads_project_of($2, project_id) as fits,
                id in (select access.my_sites('local-leader')) as mine, access.asker_id() as me, app.today() as today
         from app.site where id = $1`,
        [siteId, staffId],
      );
      if (!site?.mine) throw invalidInput('siteId', 'not-your-site');
      if (!site.fits || staffId === site.me) throw invalidInput('staffId', 'leads-no-project-there');
      if (validTo < site.today) throw invalidInput('validTo', 'day-has-passed');
      const { organisationId, projectId, me } = site;
      const { id } = await manager.save(
        manager.create(NameGrantEntity, { organisationId, projectId, siteId, staffId, ground, sensitiveFacts, validTo, givenBy: me }),
      );
      return this.get(id);
    });
  }

  /** Ends a grant at once. Throws `not-from-this-status` when it is over already. */
  end(id: string): Promise<NameGrant> {
    return this.work.transaction(async (manager) => {
      const grant = await manager.findOne(NameGrantEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!grant) throw notFound();
      const { inForce } = await this.get(id);
      if (!inForce) throw new Refusal('conflict', 'not-from-this-status');
      await writeChange(manager, NameGrantEntity, id, grant.version, { endedAt: new Date().toISOString() });
      return this.get(id);
    });
  }
}
