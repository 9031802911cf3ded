-- Whether reminders and reports are being produced. working: some worker gave a sign of life within the last minute;
-- late: none did; never-started: no worker ever did.
select case when max(beat_at) is null then 'never-started' when max(beat_at) < now() - interval '60 seconds' then 'late' else 'working' end as state,
       max(beat_at) as "lastBeatAt"
from app.worker_heartbeat
