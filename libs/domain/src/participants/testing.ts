import type { EnrolmentStatus } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { Role } from '@stegvis/contracts/permissions/permissions';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';

/** Builders write as the owner, whom policies let do everything: what a spec sets up is not what it tests. */
export type Builder = Pick<TestDatabase, 'sql'>;

/** The local day so many days from today, `YYYY-MM-DD`; negative is past. */
export async function dayFromToday(db: Builder, days: number): Promise<string> {
  return (await one<{ day: string }>(db, 'select (app.today() + $1::integer)::text as day', [days])).day;
}

let made = 0;

export async function anOrganisation(db: Builder, name = `Organisation ${++made}`): Promise<string> {
  return idOf(db, `insert into app.organisation (name, kind) values ($1, 'municipality') returning id`, [name]);
}

/** A project from two years ago until two years ahead. */
export async function aProject(
  db: Builder,
  over: { ownerId?: string; name?: string; kind?: string; startDate?: string; endDate?: string } = {},
): Promise<string> {
  const number = ++made;
  return idOf(
    db,
    `insert into app.project (registration_number, name, kind, owner_id, start_date, end_date)
     values ($1, $2, $3, $4, coalesce($5, app.today() - 730), coalesce($6, app.today() + 730)) returning id`,
    [
      `2025/${number}`,
      over.name ?? `Project ${number}`,
      over.kind ?? 'individual-support',
      over.ownerId ?? (await anOrganisation(db)),
      over.startDate ?? null,
      over.endDate ?? null,
    ],
  );
}

export async function aSite(db: Builder, of: { projectId: string; organisationId?: string; name?: string }): Promise<string> {
  return idOf(db, 'insert into app.site (project_id, organisation_id, name) values ($1, $2, $3) returning id', [
    of.projectId,
    of.organisationId ?? (await anOrganisation(db)),
    of.name ?? `Site ${++made}`,
  ]);
}

/** Somebody who works with Stegvis, with one role, since a year ago unless `validFrom` says otherwise. */
export async function aStaff(
  db: Builder,
  role: Role | null,
  over: { siteId?: string; projectId?: string; organisationId?: string; name?: string; validFrom?: string; validTo?: string } = {},
): Promise<string> {
  const number = ++made;
  const id = await idOf(db, 'insert into app.staff (name, email) values ($1, $2) returning id', [
    over.name ?? `Staff ${number}`,
    `staff-${number}@stegvis.example`,
  ]);
  if (role) await giveRole(db, id, role, over);
  return id;
}

export async function giveRole(
  db: Builder,
  staffId: string,
  role: Role,
  over: { siteId?: string; projectId?: string; organisationId?: string; validFrom?: string; validTo?: string } = {},
): Promise<string> {
  return idOf(
    db,
    `insert into app.role_assignment (staff_id, role, site_id, project_id, organisation_id, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, coalesce($6, app.today() - 365), $7) returning id`,
    [staffId, role, over.siteId ?? null, over.projectId ?? null, over.organisationId ?? null, over.validFrom ?? null, over.validTo ?? null],
  );
}

/** What a participant and the enrolment at a site are made of; dates are local days. */
export interface ParticipantDraft {
  siteId: string;
  /** The main coach since the first day. */
  coachId?: string;
  givenName?: string;
  familyName?: string;
  gender?: Gender;
  dateOfBirth?: string;
  status?: EnrolmentStatus;
  referredOn?: string;
  /** 90 days ago unless the status says that it has not begun. */
  startDate?: string;
  /** 10 days ago for one that has exited. */
  endDate?: string;
  /** Entry facts are filled in unless this is true. */
  factsMissing?: boolean;
}

export interface MadeParticipant {
  participantId: string;
  enrolmentId: string;
}

/** A person with one enrolment, active unless the draft says otherwise. */
export async function aParticipant(db: Builder, draft: ParticipantDraft): Promise<MadeParticipant> {
  const participantId = await idOf(
    db,
    `insert into app.participant (organisation_id, given_name, family_name, identity_kind, date_of_birth, gender)
     select organisation_id, $2, $3, 'none', $4, $5 from app.site where id = $1 returning id`,
    [draft.siteId, draft.givenName ?? 'Kim', draft.familyName ?? `Test ${++made}`, draft.dateOfBirth ?? '1990-05-17', draft.gender ?? 'woman'],
  );
  return { participantId, enrolmentId: await anEnrolment(db, participantId, draft) };
}

/** One more enrolment of a person. */
export async function anEnrolment(db: Builder, participantId: string, draft: ParticipantDraft): Promise<string> {
  const status = draft.status ?? 'active';
  const id = await idOf(
    db,
    `insert into app.enrolment (organisation_id, participant_id, project_id, site_id, kind, status, referred_on, start_date, end_date, exit_reason, decline_reason,
                                gender, birth_year, date_of_birth, labour_status, education_level)
     select p.organisation_id, p.id, s.project_id, s.id, 'jobseeker', $3, coalesce($4::date, $5::date, app.today() - 100),
            case when $3 in ('active', 'on-hold', 'exited') then coalesce($5::date, app.today() - 90) end,
            case when $3 = 'exited' then coalesce($6::date, app.today() - 10) end,
            case when $3 = 'exited' then 'work' end, case when $3 = 'declined' then 'no-place' end,
            p.gender, extract(year from p.date_of_birth)::integer, p.date_of_birth,
            case when $7 then null else 'unemployed' end, case when $7 then null else 'upper-secondary' end
     from app.participant p, app.site s where p.id = $1 and s.id = $2 returning id`,
    [participantId, draft.siteId, status, draft.referredOn ?? null, draft.startDate ?? null, draft.endDate ?? null, draft.factsMissing ?? false],
  );
  await db.sql(
    `insert into app.voluntary_facts (id, organisation_id, project_id, site_id) select id, organisation_id, project_id, site_id from app.enrolment where id = $1`,
    [id],
  );
  if (draft.coachId) await aCoach(db, id, draft.coachId);
  return id;
}

/** Makes somebody a coach of an enrolment, since long ago. */
export async function aCoach(db: Builder, enrolmentId: string, staffId: string, part: 'main' | 'co' = 'main'): Promise<void> {
  await db.sql(
    `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from)
     select organisation_id, project_id, site_id, id, $2, $3, coalesce(start_date, referred_on) from app.enrolment where id = $1`,
    [enrolmentId, staffId, part],
  );
}

/** Lets somebody stand in for a coach at a site, from today for a month unless said otherwise in days from today. Gives its id. */
export function aStandIn(
  db: Builder,
  of: { siteId: string; coachId: string; standInId: string; appointedBy: string; from?: number; to?: number },
): Promise<string> {
  return idOf(
    db,
    `insert into app.stand_in (organisation_id, project_id, site_id, coach_id, stand_in_id, starts_on, ends_on, reason, appointed_by)
     select organisation_id, project_id, id, $2, $3, app.today() + $4::integer, app.today() + $5::integer, 'Semester enligt plan', $6 from app.site where id = $1
     returning id`,
    [of.siteId, of.coachId, of.standInId, of.from ?? 0, of.to ?? 30, of.appointedBy],
  );
}

/** Marks a person as protected: there for the named from now on, who see the person by their role. For 90 days, unless `validTo` says otherwise. */
export async function protect(
  db: Builder,
  participantId: string,
  named: readonly string[],
  over: { validTo?: string; validFrom?: string } = {},
): Promise<void> {
  await db.sql(`update app.participant set protection = 'confidentiality-mark', address = null, version = version + 1 where id = $1`, [
    participantId,
  ]);
  await db.sql(
    `insert into app.named_staff (organisation_id, participant_id, staff_id, decided_by, decided_on, valid_from, valid_to)
     select p.organisation_id, p.id, staff, staff, coalesce($3, app.today()), coalesce($3, app.today()), coalesce($4, app.today() + 90)
     from app.participant p, unnest($2::uuid[]) as staff where p.id = $1`,
    [participantId, named, over.validFrom ?? null, over.validTo ?? null],
  );
}

/** Two sites of one project, run by two organisations, with somebody in each role, and nobody enrolled yet. */
export interface World {
  organisationId: string;
  projectId: string;
  siteId: string;
  coach: string;
  /** Another coach at the same site. */
  colleague: string;
  localLeader: string;
  projectLeader: string;
  funder: string;
  administrator: string;
  otherSiteId: string;
  otherCoach: string;
  otherLeader: string;
}

export async function aWorld(db: Builder): Promise<World> {
  const organisationId = await anOrganisation(db);
  const projectId = await aProject(db, { ownerId: organisationId });
  const siteId = await aSite(db, { projectId, organisationId });
  const otherSiteId = await aSite(db, { projectId });
  return {
    organisationId,
    projectId,
    siteId,
    coach: await aStaff(db, 'coach', { siteId, name: 'Cilla Coach' }),
    colleague: await aStaff(db, 'coach', { siteId, name: 'Calle Kollega' }),
    localLeader: await aStaff(db, 'local-leader', { siteId, name: 'Lena Ledare' }),
    projectLeader: await aStaff(db, 'project-leader', { projectId, name: 'Petra Projekt' }),
    funder: await aStaff(db, 'funder', { projectId, name: 'Finn Finansiär' }),
    administrator: await aStaff(db, 'administrator', { name: 'Anna Admin' }),
    otherSiteId,
    otherCoach: await aStaff(db, 'coach', { siteId: otherSiteId, name: 'Olle Ort' }),
    otherLeader: await aStaff(db, 'local-leader', { siteId: otherSiteId, name: 'Orvar Ort' }),
  };
}

async function idOf(db: Builder, text: string, values: unknown[]): Promise<string> {
  return (await one<{ id: string }>(db, text, values)).id;
}

async function one<Row>(db: Builder, text: string, values: unknown[]): Promise<Row> {
  const [row] = await db.sql<Row>(text, values);
  if (!row) throw new Error(`Nothing was made by: ${text}`);
  return row;
}
