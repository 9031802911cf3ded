import { ReportRunEntity } from './report-run.entity.js';
import { ReportScheduleEntity } from './report-schedule.entity.js';
import { SubmissionEntity } from './submission.entity.js';

/** The tables that the API's verbs on reports write. */
export const reportEntities = [ReportRunEntity, ReportScheduleEntity, SubmissionEntity];
