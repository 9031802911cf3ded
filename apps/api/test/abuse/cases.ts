import type { TestDatabase } from '@stegvis/platform/postgres/testing';

/** The ids of a case in the demo world, by the word of the routes that take them. */
export interface Case {
  participants: string;
  enrolments: string;
  'stage-periods': string;
  meetings: string;
  reminders: string;
  organisation: string;
  site: string;
}

/** Cases as the demo coach stands to them. */
export interface Cases {
  own: Case;
  /** Another one of the own, to be hidden. */
  hidden: Case;
  sameSite: Case;
  otherOrganisation: Case;
  /** A colleague at the coach's site. */
  colleague: string;
}

/** Finds cases that have a record of every word, and meetings in which nobody else takes part. */
export async function casesOf(database: Pick<TestDatabase, 'sql'>): Promise<Cases> {
  const rows = await database.sql<Case & { mine: boolean; here: boolean }>(`
    with coach as (select s.id, r.site_id from app.staff s join app.role_assignment r on r.staff_id = s.id where s.email = 'coach@stegvis.example' and r.role = 'coach')
    select e.participant_id as participants, e.id as enrolments, e.organisation_id as organisation, e.site_id as site, e.site_id = coach.site_id as here,
           exists (select from app.enrolment_coach c where c.enrolment_id = e.id and c.staff_id = coach.id and c.valid_to is null) as mine,
           g.id as "stage-periods", m.id as meetings, r.id as reminders
    from coach, app.enrolment e
      join app.participant p on p.id = e.participant_id and p.protection = 'none' and not p.pseudonymous
      join lateral (select id from app.stage_period g where g.enrolment_id = e.id order by id limit 1) g on true
      join lateral (select id from app.reminder r where r.enrolment_id = e.id order by id limit 1) r on true
      join lateral (select m.id from app.meeting m join app.attendance a on a.meeting_id = m.id and a.enrolment_id = e.id
                    where not exists (select from app.attendance o where o.meeting_id = m.id and o.enrolment_id <> e.id)
                      and exists (select from app.enrolment_coach c where c.enrolment_id = e.id and c.staff_id = m.coach_id and c.valid_to is null)
                    order by m.id limit 1) m on true
    where e.status = 'active' and (select count(*) from app.enrolment o where o.participant_id = e.participant_id) = 1
    order by e.id`);
  const own = rows.filter(({ mine }) => mine);
  const sameSite = rows.find(({ mine, here }) => here && !mine);
  const otherOrganisation = rows.find(({ organisation }) => organisation !== own[0]?.organisation);
  const [colleague] = await database.sql<{ id: string }>(
    `select c.staff_id as id from app.enrolment_coach c where c.enrolment_id = $1 and c.valid_to is null order by c.part desc limit 1`,
    [sameSite?.enrolments],
  );
  if (!own[0] || !own[1] || !sameSite || !otherOrganisation || !colleague) throw new Error('The demo world has no such cases');
  return { own: own[0], hidden: own[1], sameSite, otherOrganisation, colleague: colleague.id };
}
