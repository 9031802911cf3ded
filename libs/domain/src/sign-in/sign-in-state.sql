-- How somebody signs in: the second factor, the recovery codes that are left, when the password was chosen, and the roles held today,
-- some of which may need a second factor.
-- $1 the account.
select f.confirmed_at is not null as "secondFactor", f.confirmed_at as "secondFactorSince", c.changed_at as "passwordChangedAt",
       (select count(*)::integer from sign_in.recovery_code r where r.staff_id = s.id and r.used_at is null) as "recoveryCodesLeft",
       array(select distinct a.role from app.role_assignment a
             where a.staff_id = s.id and a.valid_from <= app.today() and (a.valid_to is null or a.valid_to >= app.today())) as roles
from app.staff s
left join sign_in.credential c on c.staff_id = s.id
left join sign_in.second_factor f on f.staff_id = s.id
where s.id = $1
