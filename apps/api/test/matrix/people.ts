import type { Role } from '@stegvis/contracts/permissions/permissions';
import { anOrganisation, aProject, aSite, aStaff } from '@stegvis/domain/participants/testing';
import type { UnitOfWork } from '@stegvis/platform/postgres';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Asker } from './expected.js';

/** A place of the matrix, seen from the askers' site. */
export type Place = 'own site' | 'other site' | 'other organisation' | 'other project';

export interface Team {
  organisationId: string;
  projectId: string;
  siteId: string;
  coach: string;
  /** A local leader there, and the project's leader: they see what the askers may not, and read for the matrix. */
  leader: string;
  projectLeader: string;
}

/** Four sites with their teams, and one asker for each role at the first. */
export interface People {
  teams: Record<Place, Team>;
  /** Nobody has none. */
  askers: Record<Exclude<Asker, 'nobody'>, string>;
  /** Another administrator, who reads for the matrix. */
  keeper: string;
  /** The database as the report builder reaches it. */
  report: UnitOfWork;
}

/** Where each role is held: at the first site, in its project, or in the installation. */
const scopes: Readonly<Record<Role, 'site' | 'project' | 'installation'>> = {
  coach: 'site',
  'local-leader': 'site',
  'project-leader': 'project',
  funder: 'project',
  administrator: 'installation',
};

export async function thePeople(db: TestDatabase): Promise<People> {
  const [organisationId, another, third] = [await anOrganisation(db), await anOrganisation(db), await anOrganisation(db)];
  const [projectId, otherProject] = [await aProject(db, { ownerId: organisationId }), await aProject(db, { ownerId: third })];
  const team = async (project: string, organisation: string): Promise<Team> => {
    const siteId = await aSite(db, { projectId: project, organisationId: organisation });
    return {
      organisationId: organisation,
      projectId: project,
      siteId,
      coach: await aStaff(db, 'coach', { siteId }),
      leader: await aStaff(db, 'local-leader', { siteId }),
      projectLeader: await aStaff(db, 'project-leader', { projectId: project }),
    };
  };
  const teams = {
    'own site': await team(projectId, organisationId),
    'other site': await team(projectId, organisationId),
    'other organisation': await team(projectId, another),
    'other project': await team(otherProject, third),
  };
  const { siteId } = teams['own site'];
  const over = { site: { siteId }, project: { projectId }, installation: {} };
  const ids: Partial<Record<Asker, string>> = { 'no role': await aStaff(db, null) };
  for (const [role, scope] of Object.entries(scopes) as [Role, keyof typeof over][]) ids[role] = await aStaff(db, role, over[scope]);
  return { teams, askers: ids as People['askers'], keeper: await aStaff(db, 'administrator'), report: await db.work('report') };
}
