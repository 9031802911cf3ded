import { ChangeOf } from '../fields/field.js';
import { Code, Id, Pattern, Text, Whole } from '../fields/kinds.js';
import { type OrganisationKind, organisationKinds } from './codes.js';

class OrganisationFacts {
  @Text({ says: 'Name, as the organisation writes it', max: 200 }) name!: string;
  @Code(organisationKinds, { says: 'What kind of organisation it is' }) kind!: OrganisationKind;
  @Pattern(/^\d{10}$/, { says: 'Organisation number, ten digits', max: 10, optional: true, nullable: true }) orgNumber?: string | null;
  @Pattern(/^\d{4}$/, { says: 'Municipality code, four digits', max: 4, optional: true, nullable: true }) municipalityCode?: string | null;
}

/** A body that owns projects, runs sites or is a partner. Each is the controller of its own participants' data. */
export class Organisation extends OrganisationFacts {
  @Id({ says: 'Id' }) id!: string;
  @Whole({ says: 'Version, raised by one at each change', min: 1, max: 2147483647 }) version!: number;
}

export class NewOrganisation extends OrganisationFacts {}

@ChangeOf(() => Organisation)
export class OrganisationChange extends OrganisationFacts {
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class OrganisationFilters {
  @Text({ says: 'Part of the name', max: 100, optional: true }) q?: string;
  @Code(organisationKinds, { says: 'Kind', optional: true }) kind?: OrganisationKind;
}
