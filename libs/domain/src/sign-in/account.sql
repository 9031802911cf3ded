-- Whose an open session is: the account, with the roles it holds on the local day of today. No row when the session is
-- unknown, has ended, was idle too long or is too old, or when the account is closed.
-- $1 the hash of the session's token.
select s.id, s.name, s.email, s.language, sight.account_version as "accountVersion", held.last_seen_at < now() - interval '1 minute' as stale,
       held.authenticated_at > now() - interval '5 minutes' as "justProved",
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'projectId', coalesce(r.project_id, site.project_id), 'projectName', p.name,
                                                     'siteId', r.site_id, 'siteName', site.name, 'organisationId', r.organisation_id,
                                                     'mayOpen', r.role = 'local-leader' or r.may_open) order by r.role, p.name, site.name)
                 from app.role_assignment r
                 left join app.site site on site.id = r.site_id
                 left join app.project p on p.id = coalesce(r.project_id, site.project_id)
                 where r.staff_id = s.id and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())), '[]') as roles
from sign_in.session held
join app.staff s on s.id = held.staff_id
join app.sight sight on sight.staff_id = s.id
where held.token_hash = $1 and s.active and sign_in.session_is_open(held.started_at, held.last_seen_at, held.ended_at)
