-- Reviews of the access log: of which month and place, how many looks are reviewed, marked and to be followed up, and who signed when.
-- A look at somebody whom the asker may not know of any more does not count.
select r.id, r.organisation_id as "organisationId", o.name as "organisationName", r.site_id as "siteId", s.name as "siteName", r.month, r.seed,
       r.rule_version as "ruleVersion", r.looks, n.items, n.marked, n.follow_up as "toFollowUp", r.started_by_name as "startedByName",
       r.started_at as "startedAt", r.signed_by_name as "signedByName", r.signed_at as "signedAt", r.comment,
       case when r.site_id is null then r.organisation_id = any ((select (access.my_sight()).audited_organisations)::uuid[])
            else r.site_id in (select access.my_sites('local-leader')) end as mine, r.version
from app.access_review r
join app.organisation o on o.id = r.organisation_id
left join app.site s on s.id = r.site_id
cross join lateral (select count(*)::integer as items, count(i.mark)::integer as marked, (count(*) filter (where i.mark = 'follow-up'))::integer as follow_up
                    from app.access_review_item i where i.review_id = r.id) as n
