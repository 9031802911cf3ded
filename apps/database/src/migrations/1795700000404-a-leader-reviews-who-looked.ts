import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each month somebody who answers for a site looks at a sample of the access log and at what stands out, and signs for it. */
export class ALeaderReviewsWhoLooked1795700000404 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.access_review (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null references app.organisation,
        project_id uuid,
        site_id uuid,
        month date not null check (extract(day from month) = 1),
        seed integer not null,
        rule_version integer not null,
        looks integer not null check (looks >= 0),
        started_by uuid not null references app.staff,
        started_by_name text not null,
        started_at timestamptz not null default now(),
        signed_by uuid references app.staff,
        signed_by_name text,
        signed_at timestamptz,
        comment text check (comment <> ''),
        version integer not null default 1,
        foreign key (project_id, organisation_id, site_id) references app.site (project_id, organisation_id, id),
        unique (organisation_id, id),
        constraint access_review_is_of_a_site_in_its_project check ((site_id is null) = (project_id is null)),
        constraint access_review_is_signed_by_somebody check ((signed_by is null) = (signed_at is null) and (signed_by is null) = (signed_by_name is null))
      );
      comment on table app.access_review is 'A month of the access log of a site, or of an organisation, looked through: a sample and what stood out, signed by who answers for it';
      comment on column app.access_review.seed is 'Which looks are in the sample follows from it and from them: anybody can draw the same sample again';
      comment on column app.access_review.looks is 'How many looks at people there were in the month when the review was started';
      create unique index access_review_is_open_once on app.access_review (organisation_id, coalesce(site_id, organisation_id), month) where signed_at is null;

      create table app.access_review_item (
        id uuid primary key default gen_random_uuid(),
        organisation_id uuid not null,
        project_id uuid,
        site_id uuid,
        review_id uuid not null,
        event_key uuid not null,
        people uuid[] not null,
        rules text[] not null,
        mark text check (mark in ('ok', 'follow-up')),
        comment text check (comment <> ''),
        marked_by uuid references app.staff,
        marked_at timestamptz,
        version integer not null default 1,
        foreign key (organisation_id, review_id) references app.access_review (organisation_id, id),
        constraint a_look_is_reviewed_once unique (review_id, event_key),
        constraint access_review_item_is_marked_by_somebody check ((mark is null) = (marked_by is null) and (mark is null) = (marked_at is null)),
        constraint what_is_followed_up_says_why check (mark is distinct from 'follow-up' or comment is not null)
      );
      comment on table app.access_review_item is 'A look that a review is about: drawn for the sample (no rules), or for standing out by rules; and what the reviewer found';
      comment on column app.access_review_item.people is 'Whom the look was at: when nobody of them may be known of any more, the row is not there';

      create function app.keep_signed_review() returns trigger language plpgsql set search_path = '' as $$
      begin
        if old.signed_at is not null then
          raise exception 'a signed review stays as it is' using errcode = '23514', constraint = 'signed_review_is_final';
        end if;
        if new.signed_at is not null and exists (select from app.access_review_item i where i.review_id = new.id and i.mark is null) then
          raise exception 'something is not looked at yet' using errcode = '23514', constraint = 'all_is_marked_before_signing';
        end if;
        return new;
      end $$;
      create trigger keep_signed_review before update on app.access_review for each row execute function app.keep_signed_review();

      create function app.keep_items_of_signed_review() returns trigger language plpgsql set search_path = '' as $$
      begin
        -- The review is held until this is done: it is not signed meanwhile.
        if (select r.signed_at from app.access_review r where r.id = new.review_id for share) is not null then
          raise exception 'a signed review stays as it is' using errcode = '23514', constraint = 'signed_review_is_final';
        end if;
        return new;
      end $$;
      create trigger keep_items_of_signed_review before insert or update on app.access_review_item
        for each row execute function app.keep_items_of_signed_review();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
