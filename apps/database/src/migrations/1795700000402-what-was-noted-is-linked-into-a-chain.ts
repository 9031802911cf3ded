import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Each organisation's events form a chain: a link holds the hash of its event and of the link before, so that whoever edits or
 * removes one has to change all that follow, and what was kept outside (an anchor) then no longer fits. Links are made by the
 * worker, some seconds after the events: in the request they would make everybody in an organisation wait in line.
 */
export class WhatWasNotedIsLinkedIntoAChain1795700000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      alter table access_log.event add column chain uuid not null
        generated always as (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored;
      comment on column access_log.event.chain is 'The organisation; all zeros for the installation itself';
      drop index access_log.event_by_time;
      create index event_of_chain on access_log.event (chain, at);

      create table access_log.link (
        chain uuid not null,
        number bigint not null check (number > 0),
        event_id bigint not null unique,
        hash bytea not null check (length(hash) = 32),
        linked_at timestamptz not null default clock_timestamp(),
        primary key (chain, number)
      );
      comment on table access_log.link is 'The chain: link by link, an event and the hash of it and of the link before';
      alter table access_log.link enable row level security;
      alter table access_log.link force row level security;
      create policy owner on access_log.link to current_user using (true) with check (true);

      create function access_log.hash_of(before bytea, e access_log.event) returns bytea language sql immutable ${definer} begin atomic
        select sha256(coalesce(before, '') || convert_to(jsonb_build_array(
          1, e.id, e.organisation_id, (extract(epoch from e.at) * 1000000)::bigint, e.staff_id, e.roles, e.session, e.request_id, e.action, e.outcome,
          e.participants, e.record_id, e.shown, e.criteria, e.hits)::text, 'UTF8'));
      end;
      comment on function access_log.hash_of(bytea, access_log.event) is 'Of the hash before and all that was noted, in a form that no setting changes; it begins with the number of the form';

      create function access_log.link_events() returns integer language plpgsql volatile ${definer} as $$
      declare
        the_chain uuid;
        last access_log.link;
        since timestamptz;
        e access_log.event;
        linked integer := 0;
      begin
        if access.asker_kind() is distinct from 'job' then raise exception 'links are made by a job' using errcode = 'SV403'; end if;
        for the_chain in select o.id from app.organisation o union all select '00000000-0000-0000-0000-000000000000' order by 1 loop
          -- Two workers take turns; whoever comes second sees, in its next statement, what the first has done.
          perform pg_advisory_xact_lock(hashtextextended('access_log ' || the_chain, 0));
          last := null;
          since := null;
          select l.* into last from access_log.link l where l.chain = the_chain order by l.number desc limit 1;
          -- An event that was under way may come in behind later ones, but no request lasts for minutes.
          select v.at - interval '10 minutes' into since from access_log.event v where v.id = last.event_id;
          for e in select v.* from access_log.event v
                   where v.chain = the_chain and v.at > coalesce(since, '-infinity') and not exists (select from access_log.link l where l.event_id = v.id)
                   order by v.id limit 10000 loop
            last.hash := access_log.hash_of(last.hash, e);
            last.number := coalesce(last.number, 0) + 1;
            insert into access_log.link (chain, number, event_id, hash) values (the_chain, last.number, e.id, last.hash);
            linked := linked + 1;
          end loop;
        end loop;
        return linked;
      end $$;
      comment on function access_log.link_events() is 'Links what has been noted since, in order, organisation by organisation; how many events';

      create function access_log.broken_places() returns table (chain uuid, number bigint, event_id bigint, fault text) language sql stable ${definer} begin atomic
        select distinct on (f.chain) f.chain, f.number, f.event_id, f.fault
        from (select l.chain, l.number, l.event_id,
                     case when l.number <> coalesce(lag(l.number) over before, 0) + 1 then 'link-missing'
                          when e.id is null then 'event-removed'
                          when l.hash <> access_log.hash_of(lag(l.hash) over before, e) then 'event-changed' end as fault
              from access_log.link l left join access_log.event e on e.id = l.event_id
              window before as (partition by l.chain order by l.number)) as f
        where f.fault is not null
        order by f.chain, f.number;
      end;
      comment on function access_log.broken_places() is 'The first broken place of each chain; what follows it proves nothing';

      create function access_log.not_linked() returns table (chain uuid, events bigint, first_event bigint, first_at timestamptz) language sql stable ${definer} begin atomic
        select e.chain, count(*), min(e.id), min(e.at)
        from access_log.event e where not exists (select from access_log.link l where l.event_id = e.id)
        group by e.chain order by e.chain;
      end;
      comment on function access_log.not_linked() is 'Events that stand in no chain: a tail that is seconds old, or put in by hand';

      revoke all on all functions in schema access_log from public;
      grant usage on schema access_log to ${role.worker};
      grant execute on function access_log.link_events() to ${role.worker};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
