export const organisationKinds = [
  'municipality',
  'agency',
  'region',
  'coordination-association',
  'education-provider',
  'company',
  'civil-society',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
