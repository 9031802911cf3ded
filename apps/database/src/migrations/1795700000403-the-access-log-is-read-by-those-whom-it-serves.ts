import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * The table stays closed to every server; one function reads it, and gives of an event no more than the asker may know. An
 * auditor has the events of the organisation, by ids alone; a leader those about people of the own sites. Whom the asker may not
 * know of is taken out of an event, and an event that was about nobody else is not there.
 */
export class TheAccessLogIsReadByThoseWhomItServes1795700000403 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      alter table access_log.event add column key uuid not null default gen_random_uuid();
      comment on column access_log.event.key is 'What the event is called outside: the number would tell how much others do. No part of the chain';
      create unique index event_of_key on access_log.event (key);
      create index event_about_record on access_log.event (record_id) where record_id is not null;

      -- An auditor works for an organisation, too: what they do is noted there.
      create or replace function access_log.organisations_of(staff uuid) returns setof uuid language sql stable ${definer} rows 2 begin atomic
        select distinct coalesce(s.organisation_id, p.owner_id, r.organisation_id)
        from app.role_assignment r left join app.site s on s.id = r.site_id left join app.project p on p.id = r.project_id
        where r.staff_id = staff and coalesce(s.organisation_id, p.owner_id, r.organisation_id) is not null
          and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today());
      end;

      create function access_log.kind_of(action text, outcome text, criteria text[]) returns text language sql immutable parallel safe ${definer}
        return case when outcome = 'refused' then 'refused' when action in ('sign-in', 'sign-out') then 'sign-in' when action like '%.export' then 'export'
                    when action not like '%.read' and action not like '%.read-%' then 'change' when criteria is null then 'open'
                    when criteria = '{}' then 'list' else 'search' end;
      comment on function access_log.kind_of(text, text, text[]) is 'What was done, in one of the words of accessKinds in the contracts';

      create function access_log.people_i_lead() returns uuid[] language plpgsql stable ${definer} as $$
      declare
        mine app.sight := access.my_sight();
      begin
        return array(select p.id from app.participant p
                     where p.site_ids && (mine.led_sites || mine.named_sites) and p.id <> all (access.hidden_participants()));
      end $$;
      comment on function access_log.people_i_lead() is 'Whom the asker sees by name as a leader; of protected people those alone whom the asker is named for';

      create function access.not_to_be_known() returns uuid[] language sql stable ${definer} begin atomic
        select array(select p.id from app.participant p where p.protection <> 'none' and p.id not in (select access.my_named_participants()));
      end;
      comment on function access.not_to_be_known() is 'Protected people whom the asker is not named for: not even an auditor learns that they are there';
    `);
    await runner.query(`
      create function access.log_events(since timestamptz, until timestamptz, person uuid, organisation uuid, site uuid, staff uuid, named text, kind text, keys uuid[],
                                        oldest_first boolean, most bigint)
        returns table (id uuid, at timestamptz, "staffId" uuid, "staffName" text, roles text[], action text, outcome text, kind_of text, people uuid[],
                       record_id uuid, shown text[], criteria text[])
        language plpgsql stable ${definer} rows 100 as $$
      declare
        mine app.sight := access.my_sight();
        audited uuid[] := coalesce(mine.audited_organisations, '{}');
        led uuid[] := array(select s.organisation_id from app.site s where s.id = any (mine.led_sites || mine.named_sites));
        known uuid[] := access_log.people_i_lead();
        hidden uuid[] := access.not_to_be_known();
        records uuid[];
        asked_records uuid[];
        asked text := '';
      begin
        if site is not null then
          known := array(select p.id from app.participant p where p.id = any (known) and p.site_ids @> array[site]);
          audited := '{}';
        end if;
        if organisation is not null then
          audited := array(select o from unnest(audited) as o where o = organisation);
          led := array(select o from unnest(led) as o where o = organisation);
        end if;
        -- A refusal names what was asked for: a person, or an enrolment.
        records := known || array(select e.id from app.enrolment e where e.participant_id = any (known));
        if person is not null then
          asked_records := person || array(select e.id from app.enrolment e where e.participant_id = person
                                           and (person = any (known) or e.organisation_id = any (audited) and person <> all (hidden)));
          asked := asked || ' and (e.participants @> array[$7] and who.people @> array[$7] or e.record_id = any ($14))';
        end if;
        if staff is not null then asked := asked || ' and e.staff_id = $8'; end if;
        if named is not null then asked := asked || ' and w.name ilike $9'; end if;
        if kind is not null then asked := asked || ' and access_log.kind_of(e.action, e.outcome, e.criteria) = $10'; end if;
        if keys is not null then asked := asked || ' and e.key = any ($11)'; end if;
        -- Organisation by organisation, since an index has each in the order of time.
        return query execute replace(format($query$
          select seen.* from unnest($1 || $2) as of (chain)
          cross join lateral (
            select e.key, e.at, e.staff_id, w.name, e.roles, e.action, e.outcome, access_log.kind_of(e.action, e.outcome, e.criteria), who.people, e.record_id,
                   e.shown, e.criteria
            from access_log.event e
            left join app.staff w on w.id = e.staff_id
            cross join lateral (
              select coalesce(array_agg(one order by one), '{}') as people from unnest(e.participants) as one
              where one in (select unnest($3)) or (e.chain = any ($1) and one not in (select unnest($5)))) as who
            where e.chain = of.chain and e.at >= $6 and e.at < $12
              and case when who.people <> '{}' then true when e.chain = any ($1) then e.participants = '{}'
                       else e.outcome = 'refused' and e.record_id in (select unnest($4)) end %s
            order by e.at <order>, e.key <order> limit $13) as seen
          order by 2 <order>, 1 <order> limit $13
        $query$, asked), '<order>', case when oldest_first then 'asc' else 'desc' end)
        using audited, array(select distinct o from unnest(led) as o where o <> all (audited)), known, records, hidden, coalesce(since, '-infinity'),
              person, staff, named, kind, keys, coalesce(until, 'infinity'), most, asked_records;
      end $$;
      comment on function access.log_events(timestamptz, timestamptz, uuid, uuid, uuid, uuid, text, text, uuid[], boolean, bigint) is
        'The events of the access log that the asker may see, and of each the people whom the asker may know of: about a person, about the people of an organisation or a site, by somebody, of a kind. What is null does not filter';
      revoke all on all functions in schema access, access_log from public;
      grant execute on function access.log_events(timestamptz, timestamptz, uuid, uuid, uuid, uuid, text, text, uuid[], boolean, bigint) to ${role.api};
      grant execute on function access.not_to_be_known() to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
