import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * A list is taken out as a file by a job, which must see exactly what who asked may see when it runs. So the job is given a signed
 * statement of that person, for that export and five minutes, if the account may still take lists out; with it the list is read
 * through the same policies as on the screen. The file is encrypted by whoever makes it, is fetched once by who asked, and is
 * gone then, or after a day.
 */
export class AListIsTakenOutWithTheSightOfWhoAsks1795700000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.makeTables(runner);
    await this.askFor(runner);
    await this.makeFile(runner);
    await this.handOver(runner);
    await this.readInTheLog(runner);
    const role = roleNames();
    await runner.query(`
      revoke all on function access.may_take_lists_out(uuid), access.request_export(uuid, text, text, text, text, bytea, integer), access.end_export(uuid, text, text),
        access.withdraw_export(uuid), access.start_export(uuid, text), access.hand_over_export(uuid, integer, bytea, uuid[], text[], integer),
        access.refuse_export(uuid, integer, text), access.people_of_export(uuid), access.refuse_export_of_others(uuid), access.take_export(uuid), access.sweep_exports() from public;
      grant execute on function access.request_export(uuid, text, text, text, text, bytea, integer), access.withdraw_export(uuid),
        access.hand_over_export(uuid, integer, bytea, uuid[], text[], integer), access.refuse_export(uuid, integer, text), access.people_of_export(uuid),
        access.refuse_export_of_others(uuid), access.take_export(uuid) to ${role.api};
      grant execute on function access.start_export(uuid, text), access.sweep_exports() to ${role.worker};
    `);
  }

  private async makeTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.export (
        id uuid primary key,
        staff_id uuid not null references app.staff,
        resource text not null check (resource in ('participants', 'enrolments', 'meetings')),
        purpose text not null check (length(purpose) between 20 and 300),
        format text not null check (format in ('xlsx', 'csv')),
        language text not null check (language in ('sv', 'en')),
        row_count integer not null check (row_count between 0 and 10000),
        state text not null default 'requested'
          check (state in ('requested', 'running', 'ready', 'downloaded', 'expired', 'withdrawn', 'denied', 'failed')),
        denial text check (denial in ('rights-ended', 'too-many-rows', 'people-changed')),
        attempt integer not null default 0,
        requested_at timestamptz not null default now(),
        started_at timestamptz,
        ready_at timestamptz,
        expires_at timestamptz,
        ended_at timestamptz,
        constraint a_denial_says_why check ((state = 'denied') = (denial is not null)),
        constraint a_file_is_there_for_a_day_at_most check (expires_at <= ready_at + interval '24 hours')
      );
      comment on table app.export is 'Who took a list out as a file, why, and what became of it';
      comment on column app.export.row_count is 'Rows: when it was asked for, and in the file when it is made';
      comment on column app.export.attempt is 'Raised by every job that begins to make the file: only the last one hands it over';
      create index export_of_staff on app.export (staff_id, requested_at);
      create index export_to_look_after on app.export (state) where state in ('requested', 'running', 'ready');

      create table app.export_content (
        id uuid primary key references app.export,
        asked bytea not null,
        file bytea,
        people uuid[] not null default '{}',
        criteria text[] not null default '{}'
      );
      comment on table app.export_content is 'What was asked for, and the file: both encrypted. Gone as soon as the export has ended';
      comment on column app.export_content.people is 'Whom the file shows';
      comment on column app.export_content.criteria is 'What the access log is told: names of the fields that were searched by, and the purpose without names';
    `);
  }

  private async askFor(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.may_take_lists_out(staff uuid) returns boolean language sql stable ${definer} return exists (
        select from app.role_assignment r join app.staff s on s.id = r.staff_id
        where r.staff_id = staff and s.active and r.role = 'local-leader'
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today()));
      comment on function access.may_take_lists_out(uuid) is 'Whether somebody leads a site today: who does may take its lists out';

      create function access.request_export(export uuid, resource text, purpose text, format text, language text, asked bytea, row_count integer) returns void
        language plpgsql volatile ${definer} as $$
      declare
        me uuid := access.asker_id();
      begin
        if me is null or not access.may_take_lists_out(me) then raise exception 'the asker takes no lists out' using errcode = 'SV403'; end if;
        -- One after the other, so that two at once cannot both be the tenth.
        perform pg_advisory_xact_lock(7834701, hashtext(me::text));
        if (select count(*) from app.export e where e.staff_id = me and app.local_day(e.requested_at) = app.today()) >= 10 then
          raise exception 'enough for a day' using errcode = '23514', constraint = 'ten_exports_a_day';
        end if;
        if row_count > 10000 then raise exception 'too many rows' using errcode = '23514', constraint = 'export_row_count_check'; end if;
        insert into app.export (id, staff_id, resource, purpose, format, language, row_count) values (export, me, resource, purpose, format, language, row_count);
        insert into app.export_content (id, asked) values (export, asked);
        insert into app.doorbell (job, subject_id, request_id) values ('make-export', export, access.request_id());
      end $$;
      comment on function access.request_export(uuid, text, text, text, text, bytea, integer) is 'Asks for a list as a file, for oneself';

      create function access.end_export(export uuid, state text, denial text) returns void language plpgsql volatile ${definer} as $$
      begin
        update app.export e set state = end_export.state, denial = end_export.denial, ended_at = now() where e.id = export;
        delete from app.export_content c where c.id = export;
      end $$;
      comment on function access.end_export(uuid, text, text) is 'Ends an export: there is no file any more. For the functions here';

      create function access.withdraw_export(export uuid) returns void language plpgsql volatile ${definer} as $$
      begin
        perform from app.export e where e.id = export and e.staff_id = access.asker_id() and e.state in ('requested', 'running', 'ready') for update;
        if not found then raise exception 'nothing to take back' using errcode = 'SV404'; end if;
        perform access.end_export(export, 'withdrawn', null);
      end $$;
    `);
  }

  private async makeFile(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.start_export(export uuid, request text)
        returns table (statement text, "staffId" uuid, "staffName" text, attempt integer, resource text, purpose text, format text, language text, asked bytea,
                       "requestedAt" timestamptz) language plpgsql volatile ${definer} as $$
      declare
        one app.export;
      begin
        if access.asker_kind() is distinct from 'job' then raise exception 'a job makes files' using errcode = 'SV403'; end if;
        select e.* into one from app.export e where e.id = export and e.state in ('requested', 'running') for update;
        if not found then return; end if;
        if not access.may_take_lists_out(one.staff_id) then
          perform access.end_export(export, 'denied', 'rights-ended');
          return;
        end if;
        if one.attempt >= 5 then
          perform access.end_export(export, 'failed', null);
          return;
        end if;
        update app.export e set state = 'running', started_at = clock_timestamp(), attempt = e.attempt + 1 where e.id = export;
        perform access.remember_sight(one.staff_id);
        return query
          select access.signed('staff|' || one.staff_id || '|export:' || export || '|' || (extract(epoch from now())::bigint + 300) || '|' || replace(request, '|', '') || '|'),
                 one.staff_id, s.name, one.attempt + 1, one.resource, one.purpose, one.format, one.language, c.asked, one.requested_at
          from app.staff s, app.export_content c where s.id = one.staff_id and c.id = export;
      end $$;
      comment on function access.start_export(uuid, text) is
        'Gives the job that makes a file the signed statement of who asked for it, for five minutes; nothing when there is nothing to make, and ends the export when the right to it has ended';

      create function access.hand_over_export(export uuid, attempt integer, file bytea, people uuid[], criteria text[], row_count integer) returns void
        language plpgsql volatile ${definer} as $$
      begin
        if (access.statement())[3] is distinct from 'export:' || export then raise exception 'stated for something else' using errcode = 'SV403'; end if;
        update app.export e set state = 'ready', ready_at = now(), expires_at = now() + interval '24 hours', row_count = hand_over_export.row_count
        where e.id = export and e.state = 'running' and e.attempt = hand_over_export.attempt;
        if not found then raise exception 'another job makes it, or it was taken back' using errcode = 'SV409'; end if;
        update app.export_content c set file = hand_over_export.file, people = hand_over_export.people, criteria = hand_over_export.criteria, asked = ''
        where c.id = export;
      end $$;
      comment on function access.hand_over_export(uuid, integer, bytea, uuid[], text[], integer) is 'Lays the file ready for who asked: once, whatever job began';

      create function access.refuse_export(export uuid, attempt integer, denial text) returns void language plpgsql volatile ${definer} as $$
      begin
        if (access.statement())[3] is distinct from 'export:' || export then raise exception 'stated for something else' using errcode = 'SV403'; end if;
        perform from app.export e where e.id = export and e.state = 'running' and e.attempt = refuse_export.attempt for update;
        if found then perform access.end_export(export, 'denied', denial); end if;
      end $$;

      create function access.sweep_exports() returns setof uuid language plpgsql volatile ${definer} as $$
      begin
        if access.asker_kind() is distinct from 'job' then raise exception 'a job sweeps' using errcode = 'SV403'; end if;
        perform access.end_export(e.id, 'expired', null) from app.export e where e.state = 'ready' and e.expires_at <= now();
        return query select e.id from app.export e
          where e.state = 'requested' and e.requested_at < now() - interval '1 minute' or e.state = 'running' and e.started_at < now() - interval '2 minutes'
          order by e.requested_at;
      end $$;
      comment on function access.sweep_exports() is 'Removes files that nobody fetched within a day; gives the exports whose bell was lost, or whose worker died';
    `);
  }

  private async handOver(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.people_of_export(export uuid) returns table (people uuid[], criteria text[], resource text) language sql stable ${definer} rows 1 begin atomic
        select c.people, c.criteria, e.resource from app.export e join app.export_content c on c.id = e.id
        where e.id = export and e.staff_id = access.asker_id() and e.state = 'ready' and e.expires_at > now();
      end;
      comment on function access.people_of_export(uuid) is 'Whom a file shows that the asker may fetch; no row when there is none';

      create function access.refuse_export_of_others(export uuid) returns void language plpgsql volatile ${definer} as $$
      begin
        perform from app.export e where e.id = export and e.staff_id = access.asker_id() and e.state = 'ready' for update;
        if found then perform access.end_export(export, 'denied', 'people-changed'); end if;
      end $$;
      comment on function access.refuse_export_of_others(uuid) is 'Ends an export with people whom the asker sees no more';

      create function access.take_export(export uuid) returns table (file bytea, people uuid[], resource text, format text, language text)
        language plpgsql volatile ${definer} as $$
      declare
        one app.export;
      begin
        select e.* into one from app.export e
        where e.id = take_export.export and e.staff_id = access.asker_id() and e.state = 'ready' and e.expires_at > now() for update;
        if not found then return; end if;
        return query select c.file, c.people, one.resource, one.format, one.language from app.export_content c where c.id = one.id;
        perform access.end_export(one.id, 'downloaded', null);
      end $$;
      comment on function access.take_export(uuid) is 'The file, to who asked for it, once: nothing is left of it';
    `);
  }

  private async readInTheLog(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function access_log.kind_of(action text, outcome text, criteria text[]) returns text language sql immutable parallel safe ${definer}
        return case when outcome = 'refused' then 'refused' when action in ('sign-in', 'sign-out') then 'sign-in'
                    when action like '%.export' or action in ('exports.create', 'exports.download') then 'export'
                    when action not like '%.read' and action not like '%.read-%' then 'change' when criteria is null then 'open'
                    when criteria = '{}' then 'list' else 'search' end;
      comment on column access_log.event.session is 'Names the session without revealing it; of what a job reads for somebody, the export';
      comment on column access_log.event.criteria is 'Names of the fields that were searched by, without what was searched for, and the purpose of an export; null: opened by id';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}

const definer = "security definer set search_path = ''";
