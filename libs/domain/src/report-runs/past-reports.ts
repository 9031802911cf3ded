import { randomUUID } from 'node:crypto';
import { asJob, request, type UnitOfWork } from '@stegvis/platform/postgres';
import { ReportBuilder } from './report-builder.js';
import { ReportRunsService } from './report-runs.service.js';

/** What a script needs to bring past reports into a world. */
export interface PastReports {
  /** The database as the role `report`. */
  report: UnitOfWork;
  /** The database as the role `api`, opened with `reportEntities`. */
  api: UnitOfWork;
  /** Runs a statement as the owner, who may date things back. */
  owner: (text: string, values: unknown[]) => Promise<unknown>;
  /** The project leaders who check and submit, by project. Other projects' reports stay drafts. */
  leaders: ReadonlyMap<string, string>;
  /** How many of the last months; the newest is last month. */
  months: number;
}

/** Local days and times of the month after a period on which its report was drafted, checked and submitted. */
const dates = { drafted: '1 04:00', checked: '3 09:30', submitted: '5 14:15' };

/**
 * Drafts every active schedule's report for each of the last months, as the schedule would have done, and lets each
 * project's leader check and submit it; then dates all of it back to the first days of the month after. Steps that would
 * lie ahead of now are not dated back. For the demo world, after its schedules, cases and role assignments are there.
 */
export async function submitPastReports(world: PastReports): Promise<void> {
  const builder = new ReportBuilder(world.report);
  const service = new ReportRunsService(world.api);
  for (let back = world.months - 1; back >= 0; back--) {
    const drafted = await asJob('draft-reports', randomUUID(), async () => {
      const [day] = await world.report.read<{ day: string }>({
        text: 'select (app.today() - make_interval(months => $1))::date as day',
        values: [back],
      });
      return builder.draftDue(day?.day);
    });
    for (const id of drafted) await submitAsLeader(world, service, id);
  }
}

async function submitAsLeader(world: PastReports, service: ReportRunsService, id: string): Promise<void> {
  const [run] = await asJob('draft-reports', randomUUID(), () =>
    world.report.read<{ projectId: string }>({ text: 'select project_id as "projectId" from app.report_run where id = $1', values: [id] }),
  );
  const leader = world.leaders.get(run?.projectId ?? '');
  if (leader) {
    const requestId = randomUUID();
    const asker = { kind: 'staff' as const, id: leader, session: 'script', expires: Math.floor(Date.now() / 1000) + 3600, requestId, job: '' };
    await request.run({ requestId, asker }, async () => {
      await service.check(id);
      await service.submit(id);
    });
  }
  await dateBack(world, id);
}

/** What happened today is told as if it had happened in the first days after the period. */
async function dateBack(world: PastReports, id: string): Promise<void> {
  const moment = (text: string) => {
    const [day, time] = text.split(' ');
    return `least(now(), ((date_trunc('month', period_end + interval '1 month') + interval '${Number(day) - 1} days')::date + time '${time}') at time zone 'Europe/Stockholm')`;
  };
  await world.owner(
    `update app.report_run set requested_at = ${moment(dates.drafted)}, built_at = ${moment(dates.drafted)}, checked_at = case when checked_at is not null then ${moment(dates.checked)} end,
            submitted_at = case when submitted_at is not null then ${moment(dates.submitted)} end, version = version + 1 where id = $1`,
    [id],
  );
  await world.owner(`update app.submission set submitted_at = ${moment(dates.submitted)} where run_id = $1`, [id]);
}
