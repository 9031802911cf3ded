import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * Who asks is stated in a setting, and whoever can run a statement can write a setting. So it carries a signature (HMAC-SHA-256,
 * RFC 2104) by a key that only the owner of the tables reads: a statement that the entrance has not made is nobody's. A request
 * is whose its session is; a job is stated by the roles that run jobs, and sees what those roles may.
 */
export class WhoAsksIsSigned1795700000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    const definer = "security definer set search_path = ''";
    await runner.query(`
      create table access.key (
        only_one boolean primary key default true check (only_one),
        secret bytea not null check (length(secret) = 32),
        inner_pad bytea not null,
        outer_pad bytea not null
      );
      comment on table access.key is 'Signs who asks. Made here, and known to nobody outside; a new one ends what is under way';

      create function access.renew_key() returns void language plpgsql volatile ${definer} as $$
      declare
        fresh bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
        padded bytea := fresh || decode(repeat('00', 32), 'hex');
        inside bytea := padded;
        outside bytea := padded;
      begin
        for place in 0..63 loop
          inside := set_byte(inside, place, get_byte(padded, place) # 54);
          outside := set_byte(outside, place, get_byte(padded, place) # 92);
        end loop;
        insert into access.key (secret, inner_pad, outer_pad) values (fresh, inside, outside)
        on conflict (only_one) do update set secret = excluded.secret, inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad;
      end $$;
      select access.renew_key();

      create function access.signed(said text) returns text language sql stable ${definer} begin atomic
        select said || '|' || encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(said, 'UTF8'))), 'hex') from access.key k;
      end;
      comment on function access.signed(text) is 'A statement of who asks (kind|id|session|expires|request|job) with its signature';

      create or replace function access.statement() returns text[] language plpgsql stable parallel safe ${definer} as $$
      declare
        stated text := nullif(current_setting('stegvis.asker', true), '');
      begin
        -- The signature is 64 characters, with a bar before it.
        if stated is null or length(stated) < 66 or access.signed(left(stated, -65)) <> stated then return null; end if;
        if split_part(stated, '|', 4)::bigint < extract(epoch from now()) then return null; end if;
        return (string_to_array(stated, '|'))[1:6];
      end $$;
      comment on function access.statement() is 'Who asks, as the entrance has stated it at the start of this transaction; null when nobody has, or what is stated is not signed or has run out';

      -- The same for what nearly every statement asks, without a function within it.
      create or replace function access.asker_id() returns uuid language plpgsql stable parallel safe ${definer} as $$
      declare
        stated text := current_setting('stegvis.asker', true);
      begin
        if stated is null or stated not like 'staff|%' or length(stated) < 66 then return null; end if;
        if not exists (select from access.key k
                       where encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(left(stated, -65), 'UTF8'))), 'hex') = right(stated, 64)
                         and substr(stated, length(stated) - 64, 1) = '|') then return null; end if;
        if split_part(stated, '|', 4)::bigint < extract(epoch from now()) then return null; end if;
        return split_part(stated, '|', 2)::uuid;
      end $$;
      comment on function access.asker_id() is 'The member of staff who asks; null when a job does, or nobody';

      create function access.stated_id() returns uuid language sql stable parallel safe return (
        case when split_part(current_setting('stegvis.asker', true), '|', 1) = 'staff'
             then nullif(split_part(current_setting('stegvis.asker', true), '|', 2), '')::uuid end);
      comment on function access.stated_id() is 'Whose row in app.sight to look up, and no proof of anything: the row is there only for whom access.asker_id() names';

      drop function access.enter(text, bytea, integer);
      create function access.enter(request text, token bytea, sight_version integer) returns void language plpgsql volatile ${definer} as $$
      declare
        found_staff uuid;
        remembered boolean;
        expires bigint := extract(epoch from now())::bigint + 300;
      begin
        select v.staff_id, v.worked_out_version = v.version and v.worked_out_for = app.today() into found_staff, remembered
        from sign_in.session s join app.sight v on v.staff_id = s.staff_id
        where s.token_hash = token and v.version = sight_version and sign_in.session_is_open(s.started_at, s.last_seen_at, s.ended_at);
        if found_staff is null then raise exception 'the session has ended, or its account was changed' using errcode = 'SV401'; end if;
        perform set_config('stegvis.asker',
          access.signed('staff|' || found_staff || '|' || left(encode(token, 'hex'), 16) || '|' || expires || '|' || replace(request, '|', '') || '|'), true);
        if remembered is not true then perform access.remember_sight(found_staff); end if;
      end $$;
      comment on function access.enter(text, bytea, integer) is 'States who asks by a request: whoever has the session with this hash of its token, if it stands and what the API has read of the account still holds. For five minutes; no request lasts so long';

      create function access.enter_as_job(job text, request text) returns void language sql volatile ${definer} begin atomic
        select set_config('stegvis.asker', access.signed('job|||' || (extract(epoch from now())::bigint + 3600) || '|' || replace(request, '|', '') || '|' || replace(job, '|', '')), true);
      end;
      comment on function access.enter_as_job(text, text) is 'States that a job asks, for an hour from the start of its transaction';

      revoke all on all functions in schema access from public;
      grant execute on function access.enter(text, bytea, integer) to ${role.api};
      grant execute on function access.enter_as_job(text, text) to ${role.worker}, ${role.report};
      grant execute on function access.stated_id() to ${role.auth}, ${role.api}, ${role.worker}, ${role.report};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
