import { ChangeOf } from '../fields/field.js';
import { Id, Pattern, Text, Whole } from '../fields/kinds.js';

class SiteFacts {
  @Text({ says: 'Name of the place', max: 100 }) name!: string;
  @Pattern(/^\d{4}$/, { says: 'Municipality code, four digits', max: 4, optional: true, nullable: true }) municipalityCode?: string | null;
}

/** A place of a project with its own team; its organisation is the controller of the cases there. */
export class Site extends SiteFacts {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Project' }) projectId!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @Id({ says: 'Organisation that runs the site' }) organisationId!: string;
  @Text({ says: "The organisation's name", max: 200 }) organisationName!: string;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

export class NewSite extends SiteFacts {
  @Id({ says: 'Project' }) projectId!: string;
  @Id({ says: 'Organisation that runs the site' }) organisationId!: string;
}

@ChangeOf(() => Site)
export class SiteChange extends SiteFacts {
  @Whole({ says: 'The version that was read', min: 1, max: 2147483647, optional: true }) version?: number;
}

export class SiteFilters {
  @Text({ says: 'Part of the name', max: 100, optional: true }) q?: string;
  @Id({ says: 'Project', optional: true }) projectId?: string;
  @Id({ says: 'Organisation', optional: true }) organisationId?: string;
}
