import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';

/**
 * The API remembers for a moment whose a session is. Every transaction of a request begins with `access.enter`, which states
 * who asks only if the session still stands and its account is as it was when the API read it: what was ended or changed
 * takes effect on the next request, without a question of its own.
 */
export class ASessionIsConfirmedInTheSameBreathAsTheAnswer1795600000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const role = roleNames();
    await runner.query(`
      -- The one place of the limits: an hour without a request, and twelve hours anyhow.
      create function sign_in.session_is_open(started_at timestamptz, last_seen_at timestamptz, ended_at timestamptz) returns boolean
        language sql stable parallel safe
        return ended_at is null and last_seen_at > now() - interval '60 minutes' and started_at > now() - interval '12 hours';
      revoke all on function sign_in.session_is_open(timestamptz, timestamptz, timestamptz) from public;
      grant execute on function sign_in.session_is_open(timestamptz, timestamptz, timestamptz) to ${role.auth};

      create function access.enter(asker text, token bytea, sight_version integer) returns void
        language plpgsql volatile security definer set search_path = '' as $$
      declare
        found_staff uuid;
        remembered boolean;
      begin
        select v.staff_id, v.worked_out_version = v.version and v.worked_out_for = app.today() into found_staff, remembered
        from sign_in.session s join app.sight v on v.staff_id = s.staff_id
        where s.token_hash = token and v.version = sight_version and sign_in.session_is_open(s.started_at, s.last_seen_at, s.ended_at);
        if found_staff is null or found_staff::text <> split_part(asker, '|', 2) then
          raise exception 'the session has ended, or its account was changed' using errcode = 'SV401';
        end if;
        perform set_config('stegvis.asker', asker, true);
        if remembered is not true then perform access.remember_sight(found_staff); end if;
      end $$;
      comment on function access.enter(text, bytea, integer) is 'States who asks, if the session with this hash of its token stands and what the API has read of the account still holds';
      revoke all on function access.enter(text, bytea, integer) from public;
      grant execute on function access.enter(text, bytea, integer) to ${role.api};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
