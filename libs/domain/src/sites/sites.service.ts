import { Injectable } from '@nestjs/common';
import type { NewSite, Site, SiteChange, SiteFilters } from '@stegvis/contracts/sites/site';
import { occursIn, Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { SiteEntity } from './site.entity.js';

const sites: RegisterOf<SiteEntity> = {
  entity: SiteEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'sites.sql'),
    sorts: { name: 'swedish', projectName: 'swedish', organisationName: 'swedish' },
    filters: { q: occursIn('name') },
    order: { sort: 'name', order: 'ASC' },
  },
};

/** The sites of projects. */
@Injectable()
export class SitesService extends Register<SiteEntity, Site, NewSite, SiteChange, SiteFilters> {
  constructor(work: UnitOfWork) {
    super(work, sites);
  }
}
