import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Who looked at whom is noted in the transaction of the answer: no note, no data. Rows are only ever added, and only by the
 * functions here; no role of a server reads, changes or removes them. They hold ids and names of fields, never what stood in them.
 */
export class EveryReadOfAPersonIsNoted1795700000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create schema access_log;
      revoke all on schema access_log from public;
      create table access_log.event (
        id bigint generated always as identity primary key,
        organisation_id uuid,
        at timestamptz not null default clock_timestamp(),
        staff_id uuid,
        roles text[] not null,
        session text,
        request_id text,
        action text not null check (length(action) between 1 and 60),
        outcome text not null check (outcome in ('given', 'refused')),
        participants uuid[] not null default '{}',
        record_id uuid,
        shown text[] not null default '{}',
        criteria text[],
        hits integer
      );
      comment on table access_log.event is 'Who looked at whom, searched, signed in or was refused. Never changed: a row is proved by its link in the chain';
      comment on column access_log.event.organisation_id is 'Whose people it is about, else whom the asker works for; null: of the installation alone';
      comment on column access_log.event.session is 'Names the session without revealing it';
      comment on column access_log.event.action is 'The verb of the permissions table, or sign-in and sign-out';
      comment on column access_log.event.participants is 'Whom the answer showed';
      comment on column access_log.event.record_id is 'What was asked for by id and refused; it need not exist';
      comment on column access_log.event.shown is 'Groups of fields that the answer showed';
      comment on column access_log.event.criteria is 'Names of the fields that were searched by, without what was searched for; null: opened by id';
      comment on column access_log.event.hits is 'Rows that a search or list showed';
      create index event_by_time on access_log.event (at);
      create index event_about_participant on access_log.event using gin (participants);
      create index event_by_staff on access_log.event (staff_id, at);
      alter table access_log.event enable row level security;
      alter table access_log.event force row level security;
      create policy owner on access_log.event to current_user using (true) with check (true);

      create function access_log.organisations_of(staff uuid) returns setof uuid language sql stable ${definer} rows 2 begin atomic
        select distinct coalesce(s.organisation_id, p.owner_id)
        from app.role_assignment r left join app.site s on s.id = r.site_id left join app.project p on p.id = r.project_id
        where r.staff_id = staff and coalesce(s.organisation_id, p.owner_id) is not null
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;
      comment on function access_log.organisations_of(uuid) is 'Whom somebody works for today: where it is noted what is about nobody in particular';

      create function access_log.roles_of(staff uuid) returns text[] language sql stable ${definer} begin atomic
        select coalesce(array_agg(distinct r.role order by r.role), '{}') from app.role_assignment r
        where r.staff_id = staff and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;

      create function access.note(action text, shown text[], criteria text[], hits integer, participants uuid[], enrolments uuid[]) returns boolean
        language plpgsql volatile ${definer} as $$
      declare
        who text[] := access.statement();
        me uuid;
      begin
        if who is null or who[1] <> 'staff' then raise exception 'people are shown to somebody' using errcode = 'SV401'; end if;
        me := who[2]::uuid;
        insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, participants, shown, criteria, hits)
        select about.organisation_id, me, access_log.roles_of(me), who[3], who[5], action, 'given', about.people, shown, criteria, hits
        from (select one.organisation_id, array_agg(one.id) as people
              from (select p.id, p.organisation_id from app.participant p where p.id = any (participants)
                    union
                    select e.participant_id, e.organisation_id from app.enrolment e where e.id = any (enrolments)) as one
              group by one.organisation_id) as about;
        -- A search that finds nobody is noted, too. What was opened by id and is not there is noted as a refusal.
        if not found and criteria is not null then
          insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, shown, criteria, hits)
          select o.id, me, access_log.roles_of(me), who[3], who[5], action, 'given', shown, criteria, hits
          from (select true) as once left join access_log.organisations_of(me) as o (id) on true;
        end if;
        return true;
      end $$;
      comment on function access.note(text, text[], text[], integer, uuid[], uuid[]) is
        'Notes what is about to be answered, and whom it shows: an event for each organisation. Whatever goes wrong here undoes the answer';

      create function access.note_deed(action text) returns void language sql volatile ${definer} begin atomic
        select access.note(action, '{}', '{}', null, '{}', '{}');
      end;
      comment on function access.note_deed(text) is 'Notes that something was done that is about no person: a role given, a report submitted';

      create function access.note_refusal(action text, record uuid) returns void language plpgsql volatile ${definer} as $$
      declare
        who text[] := access.statement();
        me uuid := who[2]::uuid;
      begin
        insert into access_log.event (organisation_id, staff_id, roles, session, request_id, action, outcome, record_id)
        select o.id, me, access_log.roles_of(me), who[3], who[5], action, 'refused', record
        from (select true) as once left join access_log.organisations_of(me) as o (id) on true;
      end $$;
      comment on function access.note_refusal(text, uuid) is 'Notes that the asker was refused something, in a transaction of its own';
      revoke all on all functions in schema access, access_log from public;
      grant execute on function access.note(text, text[], text[], integer, uuid[], uuid[]), access.note_deed(text), access.note_refusal(text, uuid) to ${role.api};
    `);
    await runner.query(`
      create function access_log.note_sign_in(staff uuid, session bytea, action text, outcome text) returns void language sql volatile ${definer} begin atomic
        insert into access_log.event (organisation_id, staff_id, roles, session, action, outcome)
        select o.id, staff, access_log.roles_of(staff), left(encode(session, 'hex'), 16), action, outcome
        from (select true) as once left join access_log.organisations_of(staff) as o (id) on true;
      end;
      create function access_log.session_has_begun() returns trigger language plpgsql ${definer} as $$
      begin
        perform access_log.note_sign_in(new.staff_id, new.token_hash, 'sign-in', 'given');
        return null;
      end $$;
      create function access_log.session_has_ended() returns trigger language plpgsql ${definer} as $$
      begin
        perform access_log.note_sign_in(new.staff_id, new.token_hash, 'sign-out', 'given');
        return null;
      end $$;
      create function access_log.sign_in_has_failed() returns trigger language plpgsql ${definer} as $$
      begin
        -- An address that is nobody's is noted as nobody's: which addresses were tried is not for this log.
        perform access_log.note_sign_in(
          (select s.id from app.staff s where sha256(convert_to(s.email, 'UTF8')) = new.account_hash), null, 'sign-in', 'refused');
        return null;
      end $$;
      create trigger noted_in_the_access_log after insert on sign_in.session for each row execute function access_log.session_has_begun();
      create trigger noted_in_the_access_log_when_ended after update of ended_at on sign_in.session
        for each row when (old.ended_at is null and new.ended_at is not null) execute function access_log.session_has_ended();
      create trigger noted_in_the_access_log after insert or update of succeeded on sign_in.attempt
        for each row when (new.succeeded is false) execute function access_log.sign_in_has_failed();
      revoke all on all functions in schema access_log from public;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
