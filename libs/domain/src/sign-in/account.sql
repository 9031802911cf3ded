-- An account that may sign in, with the roles it holds on the local day of today.
select s.id, s.name, s.email, s.language,
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'projectId', coalesce(r.project_id, site.project_id), 'projectName', p.name,
                                                     'siteId', r.site_id, 'siteName', site.name) order by r.role, p.name, site.name)
                 from app.role_assignment r
                 left join app.site site on site.id = r.site_id
                 left join app.project p on p.id = coalesce(r.project_id, site.project_id)
                 where r.staff_id = s.id and r.valid_from <= app.today() and (r.valid_to is null or r.valid_to >= app.today())), '[]') as roles
from app.staff s
where s.id = $1 and s.active
