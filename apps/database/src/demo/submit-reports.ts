import { reportEntities, submitPastReports } from '@stegvis/domain/report-runs';
import { type Entities, openFenced, sourceOptions, UnitOfWork } from '@stegvis/platform/postgres';
import type { DataSource } from 'typeorm';

/** Months before this one whose reports the funder can read and lay beside each other. */
const months = 6;

/** The database as the roles that build and submit reports. */
export interface ReportUrls {
  report: string;
  api: string;
}

/** Builds and submits the reports of the last months, by the code that does it in earnest and under its database roles. */
export async function submitReports(owner: DataSource, urls: ReportUrls): Promise<void> {
  const leading: { project: string; staff: string }[] = await owner.query(
    `select r.project_id as project, r.staff_id as staff from app.role_assignment r join app.staff s on s.id = r.staff_id where r.role = 'project-leader' and s.active`,
  );
  const open = (url: string, entities: Entities) =>
    openFenced(sourceOptions({ url, entities, poolSize: 1, applicationName: 'stegvis-demo', statementTimeout: 60_000 }));
  const report = await open(urls.report, []);
  const api = await open(urls.api, reportEntities);
  try {
    await submitPastReports({
      report: new UnitOfWork(report),
      api: new UnitOfWork(api),
      owner: (text, values) => owner.query(text, values),
      leaders: new Map(leading.map(({ project, staff }) => [project, staff])),
      months,
    });
  } finally {
    await report.destroy();
    await api.destroy();
  }
}
