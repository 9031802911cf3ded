import { Injectable } from '@nestjs/common';
import type { NewOrganisation, Organisation, OrganisationChange, OrganisationFilters } from '@stegvis/contracts/organisations/organisation';
import { occursIn, Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { OrganisationEntity } from './organisation.entity.js';

const organisations: RegisterOf<OrganisationEntity> = {
  entity: OrganisationEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'organisations.sql'),
    sorts: { name: 'swedish', kind: 'plain', municipalityCode: 'plain' },
    filters: { q: occursIn('name') },
    order: { sort: 'name', order: 'ASC' },
  },
};

/** The register of organisations. */
@Injectable()
export class OrganisationsService extends Register<OrganisationEntity, Organisation, NewOrganisation, OrganisationChange, OrganisationFilters> {
  constructor(work: UnitOfWork) {
    super(work, organisations);
  }
}
