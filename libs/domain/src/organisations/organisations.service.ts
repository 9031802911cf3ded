import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { NewOrganisation, Organisation, OrganisationChange, OrganisationFilters } from '@stegvis/contracts/organisations/organisation';
import { type ExpectedVersion, type ListSpec, mustBeAt, occursIn, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { Injectable } from '@nestjs/common';
import { OrganisationEntity } from './organisation.entity.js';

const organisations: ListSpec = {
  rows: sqlBeside(import.meta.url, 'organisations.sql'),
  sorts: { name: 'swedish', kind: 'plain', municipalityCode: 'plain' },
  filters: { q: occursIn('name') },
  order: { sort: 'name', order: 'ASC' },
};

/** The register of organisations. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: OrganisationFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Organisation>> {
    return readPage(this.work, organisations, filters, window, ids);
  }

  get(id: string): Promise<Organisation> {
    return readOne(this.work, organisations, id);
  }

  create(draft: NewOrganisation): Promise<Organisation> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(OrganisationEntity, manager.create(OrganisationEntity, draft));
      return this.get(id);
    });
  }

  change(id: string, change: OrganisationChange, expected: ExpectedVersion): Promise<Organisation> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, OrganisationEntity, id, expected.version, facts);
      return this.get(id);
    });
  }
}
