-- How often signing in has failed, and how many seconds ago it was last tried. Tries that are under way, or ended halfway, count
-- against the account; a try that succeeded wipes out the account's failures before it, and never those of its address, or who
-- has an account of their own could wipe them out at will.
-- By the clock, and not by the start of the transaction, which may have waited for its turn since before the last try.
-- $1 the hash of the account's address, $2 where the try comes from, $3 the known browser or session it is counted by, or null.
with of_account as (
  select count(*)::integer as failures, extract(epoch from clock_timestamp() - max(tried_at))::float8 as ago
  from sign_in.attempt
  where account_hash = $1 and succeeded is not true and tried_at > now() - interval '24 hours'
    and (browser_hash = $3 or $3::bytea is null and browser_hash is null and address = $2)
    and tried_at > coalesce((select max(tried_at) from sign_in.attempt
                             where account_hash = $1 and succeeded and (browser_hash = $3 or $3::bytea is null and browser_hash is null and address = $2)), '-infinity')
), of_address as (
  select count(*)::integer as failures, extract(epoch from clock_timestamp() - max(tried_at))::float8 as ago
  from sign_in.attempt
  where address = $2 and browser_hash is null and $3::bytea is null and succeeded = false and tried_at > now() - interval '15 minutes'
)
select 'account' as of, failures, ago from of_account
union all
select 'address', failures, ago from of_address
