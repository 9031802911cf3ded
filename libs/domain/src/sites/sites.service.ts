import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { NewSite, Site, SiteChange, SiteFilters } from '@stegvis/contracts/sites/site';
import { type ExpectedVersion, type ListSpec, mustBeAt, occursIn, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { SiteEntity } from './site.entity.js';

const sites: ListSpec = {
  rows: sqlBeside(import.meta.url, 'sites.sql'),
  sorts: { name: 'swedish', projectName: 'swedish', organisationName: 'swedish' },
  filters: { q: occursIn('name') },
  order: { sort: 'name', order: 'ASC' },
};

@Injectable()
export class SitesService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: SiteFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Site>> {
    return readPage(this.work, sites, filters, window, ids);
  }

  get(id: string): Promise<Site> {
    return readOne(this.work, sites, id);
  }

  create(draft: NewSite): Promise<Site> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(SiteEntity, manager.create(SiteEntity, draft));
      return this.get(id);
    });
  }

  change(id: string, change: SiteChange, expected: ExpectedVersion): Promise<Site> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, SiteEntity, id, expected.version, facts);
      return this.get(id);
    });
  }
}
