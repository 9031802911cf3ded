import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * How much somebody leafs through is counted where all API processes see it. What was turned to is kept as a hash for as long
 * as it counts; losing it in a crash loses nothing, so it is not written ahead.
 */
export class PagesOfListsAreCountedForAMinute1795700000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create unlogged table access_log.page (
        staff_id uuid not null,
        page bytea not null,
        rows integer not null check (rows > 0),
        turned_to_at timestamptz not null default clock_timestamp(),
        primary key (staff_id, page)
      );
      comment on table access_log.page is 'Pages of lists about people that somebody turned to within the last minute, and how many rows they had: a count, and no record of anything';
      alter table access_log.page enable row level security;
      alter table access_log.page force row level security;
      create policy owner on access_log.page to current_user using (true) with check (true);
      create index page_by_time on access_log.page (turned_to_at);

      create function access.turn_to(page bytea, rows integer, most integer, seconds integer) returns integer language plpgsql volatile ${definer} as $$
      declare
        me uuid := access.asker_id();
        since timestamptz;
        taken integer;
        wait integer;
      begin
        if me is null then raise exception 'pages are shown to somebody' using errcode = 'SV401'; end if;
        -- One after the other for the same person: else a hundred at once would all be the first.
        perform pg_advisory_xact_lock(hashtextextended(me::text, 7834657));
        since := clock_timestamp() - make_interval(secs => seconds);
        delete from access_log.page p where (p.staff_id, p.page) in
          (select o.staff_id, o.page from access_log.page o where o.turned_to_at <= since for update skip locked);
        if exists (select from access_log.page p where p.staff_id = me and p.page = turn_to.page) then return 0; end if;
        select coalesce(sum(p.rows), 0) into taken from access_log.page p where p.staff_id = me;
        if taken + rows <= most then
          insert into access_log.page (staff_id, page, rows) values (me, page, rows);
          return 0;
        end if;
        -- When so much of it is a minute old that the page has room.
        select ceil(extract(epoch from min(o.turned_to_at) - since)) into wait
        from (select p.turned_to_at, sum(p.rows) over (order by p.turned_to_at, p.page) as gone from access_log.page p where p.staff_id = me) as o
        where taken - o.gone + rows <= most;
        return greatest(1, wait);
      end $$;
      comment on function access.turn_to(bytea, integer, integer, integer) is
        'Counts a page of a list before it is read, named by a hash and by how many rows it may have; gives the seconds to wait when that is too much, else 0';

      create function access.had_rows(page bytea, rows integer) returns void language sql volatile ${definer} begin atomic
        update access_log.page p set rows = greatest(1, had_rows.rows) where p.staff_id = access.asker_id() and p.page = had_rows.page;
      end;
      comment on function access.had_rows(bytea, integer) is 'A page that was counted had fewer rows than it might have had';
      revoke all on function access.turn_to(bytea, integer, integer, integer), access.had_rows(bytea, integer) from public;
      grant execute on function access.turn_to(bytea, integer, integer, integer), access.had_rows(bytea, integer) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
