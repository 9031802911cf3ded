/** Who is asked about: some of the people of a scaled database, found by what they have, with a session for each. */
import { createHash, randomBytes } from 'node:crypto';
import { atTheEnd } from '../endings.mjs';
import { Advice } from '../say.mjs';

/** How many coaches ask in turn: enough that not all of it is the same rows. */
const coaches = 20;

/**
 * @typedef {object} Asker
 * @property {string} id the staff member
 * @property {string} cookie of a session
 * @property {{ participant: string, enrolment: string, meeting: string }[]} cases of a coach
 *
 * @typedef {object} World
 * @property {string} project
 * @property {number} participants
 * @property {number} meetings
 * @property {string} server
 * @property {Asker[]} coaches
 * @property {Asker[]} localLeaders
 * @property {Asker[]} projectLeaders
 *
 * @param {import('pg').Client} owner
 * @returns {Promise<World>}
 */
export async function findWorld(owner) {
  const project = await biggestProject(owner);
  const [counts] = (
    await owner.query(
      `select (select count(*) from app.participant) as participants, (select count(*) from app.meeting) as meetings, current_setting('server_version') as server`,
    )
  ).rows;
  const some = await owner.query(
    `select staff_id as id from (select c.staff_id, count(*) as cases from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id
     where e.project_id = $1 and c.part = 'main' and c.valid_to is null and e.status = 'active' group by c.staff_id having count(*) >= 10) as busy
     order by md5(staff_id::text) limit $2`,
    [project, coaches],
  );
  const leading = async (/** @type {string} */ role) =>
    (
      await owner.query(
        `select r.staff_id as id from app.role_assignment r left join app.site s on s.id = r.site_id
         where r.role = $2 and coalesce(r.project_id, s.project_id) = $1 and r.valid_to is null order by md5(r.staff_id::text) limit 5`,
        [project, role],
      )
    ).rows;
  const world = {
    project,
    ...counts,
    coaches: await askers(owner, some.rows),
    localLeaders: await askers(owner, await leading('local-leader')),
    projectLeaders: await askers(owner, await leading('project-leader')),
  };
  if ([world.coaches, world.localLeaders, world.projectLeaders].some((list) => list.length === 0)) {
    throw new Advice('The database has no project with busy coaches and leaders. Run "npm run scale -- --participants 10000" first.');
  }
  return world;
}

/** @param {import('pg').Client} owner */
async function biggestProject(owner) {
  const { rows } = await owner.query('select project_id as id from app.enrolment group by project_id order by count(*) desc limit 1');
  if (rows.length === 0) throw new Advice('The database is empty. Run "npm run scale -- --participants 10000" first.');
  return rows[0].id;
}

/** @param {import('pg').Client} owner @param {{ id: string }[]} staff */
async function askers(owner, staff) {
  const all = [];
  for (const { id } of staff) all.push(await asker(owner, id));
  return all;
}

/** Opens a session without a password, as the database's owner can, and ends it when the bench does. @param {import('pg').Client} owner @param {string} id @returns {Promise<Asker>} */
async function asker(owner, id) {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await owner.query('insert into sign_in.session (token_hash, staff_id) values ($1, $2)', [hash, id]);
  atTheEnd(() => owner.query('delete from sign_in.session where token_hash = $1', [hash]));
  const { rows } = await owner.query(
    `select e.participant_id as participant, e.id as enrolment,
            (select a.meeting_id from app.attendance a join app.meeting m on m.id = a.meeting_id where a.enrolment_id = e.id and m.status = 'held' order by m.starts_at desc limit 1) as meeting
     from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id
     where c.staff_id = $1 and c.part = 'main' and e.status = 'active' and e.start_date < app.today() - 60 order by e.id limit 25`,
    [id],
  );
  return { id, cookie: `stegvis=${token}`, cases: rows.filter(({ meeting }) => meeting) };
}

/** Takes away the meetings that the bench has logged; history keeps them. @param {import('pg').Client} owner @param {string} summary */
export async function removeLogged(owner, summary) {
  // A statement that failed half way leaves its transaction open.
  await owner.query('rollback');
  await owner.query(
    `create temporary table logged as
     select n.id, a.meeting_id from app.meeting m join app.attendance a on a.meeting_id = m.id join app.attendance_note n on n.id = a.id
     where m.created_at > now() - interval '1 day' and n.summary = $1`,
    [summary],
  );
  await owner.query('delete from app.attendance_note where id in (select id from logged)');
  await owner.query('delete from app.attendance where id in (select id from logged)');
  await owner.query('delete from app.meeting where id in (select meeting_id from logged)');
}
