import { roles } from '@stegvis/contracts/permissions/permissions';
import { scopeOfRole } from '@stegvis/contracts/permissions/scopes';
import { anOrganisation, aProject, aSite, aStaff, aStandIn, type Builder } from '@stegvis/domain/participants/testing';
import type { UnitOfWork } from '@stegvis/platform/postgres';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import type { Asker } from './expected.js';

/** A place of the matrix, seen from the askers' site. */
export type Place = 'own site' | 'other site' | 'other organisation' | 'other project' | 'names granted';

export interface Team {
  organisationId: string;
  projectId: string;
  siteId: string;
  coach: string;
  /** Another coach there, who has no case. */
  otherCoach: string;
  /** A local leader there, and the project's leader: they see what the askers may not, and read for the matrix. */
  leader: string;
  projectLeader: string;
}

/** Sites with their teams, and one asker for each role at the first. */
export interface People {
  teams: Record<Place, Team>;
  /** Nobody has none. */
  askers: Record<Exclude<Asker, 'nobody'>, string>;
  /** A coach at the askers' site for whom the asking coach stands in. */
  covered: string;
  /** Another administrator, who reads for the matrix. */
  keeper: string;
  /** The database as the report builder reaches it. */
  report: UnitOfWork;
}

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
      otherCoach: await aStaff(db, 'coach', { siteId }),
      leader: await aStaff(db, 'local-leader', { siteId }),
      projectLeader: await aStaff(db, 'project-leader', { projectId: project }),
    };
  };
  const teams = {
    'own site': await team(projectId, organisationId),
    'other site': await team(projectId, organisationId),
    'other organisation': await team(projectId, another),
    'other project': await team(otherProject, third),
    'names granted': await team(projectId, organisationId),
  };
  const { siteId } = teams['own site'];
  const over = { site: { siteId }, project: { projectId }, organisation: { organisationId }, installation: {} };
  const ids: Partial<Record<Asker, string>> = { 'no role': await aStaff(db, null) };
  for (const role of roles) ids[role] = await aStaff(db, role, over[scopeOfRole[role]]);
  await aNameGrant(db, teams['names granted'], ids['project-leader'] as string);
  const covered = await aStaff(db, 'coach', { siteId });
  await aStandIn(db, { siteId, coachId: covered, standInId: ids.coach as string, appointedBy: teams['own site'].leader });
  return { teams, covered, askers: ids as People['askers'], keeper: await aStaff(db, 'administrator'), report: await db.work('report') };
}

/** The names of a team's site for somebody who leads its project, given by its local leader. Gives the grant's id. */
export async function aNameGrant(db: Builder, team: Team, staffId: string): Promise<string> {
  const [grant] = await db.sql<{ id: string }>(
    `insert into app.name_grant (organisation_id, project_id, site_id, staff_id, ground, valid_to, given_by)
     values ($1, $2, $3, $4, 'Uppföljning enligt avtal', app.today() + 30, $5) returning id`,
    [team.organisationId, team.projectId, team.siteId, staffId, team.leader],
  );
  return grant?.id ?? '';
}

/** A role at the askers' site that the keeper gave and that waits for another administrator. Gives its id. */
export async function aRoleProposal(db: Builder, { keeper, teams }: People, staffId: string): Promise<string> {
  const [row] = await db.sql<{ id: string }>(
    `insert into app.role_proposal (staff_id, role, site_id, valid_from, given_by) values ($1, 'local-leader', $2, app.today(), $3) returning id`,
    [staffId, teams['own site'].siteId, keeper],
  );
  return row?.id ?? '';
}
