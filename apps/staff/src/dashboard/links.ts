import type { Dashboard, OverdueFigure, StageFigure, TargetFigure } from '@stegvis/contracts/dashboard/dashboard';
import { rowsBehind } from '@stegvis/contracts/dashboard/links';
import type { Gender } from '@stegvis/contracts/participants/codes';
import { listPath } from '../fields/listPath';

/** Every number of the dashboard is a link to exactly the rows it counts; the contract says which those are. */
const enrolments = (filter: object) => listPath('enrolments', filter);

export const activeLink = (projectId: string) => enrolments(rowsBehind.active(projectId));
export const waitingLink = (projectId: string) => enrolments(rowsBehind.waiting(projectId));
export const enteredLink = (projectId: string) => enrolments(rowsBehind.entered(projectId));
export const leftLink = (projectId: string) => enrolments(rowsBehind.left(projectId));

/** Stages overlap: a row is "has this stage open today", not "is in this stage". */
export const stageLink = (projectId: string, stage: StageFigure['stage'], gender?: Gender) =>
  enrolments(rowsBehind.stage(projectId, { stage, gender }));
export const targetLink = (projectId: string, target: TargetFigure) => enrolments(rowsBehind.target(projectId, target));

export const overdueLink = (projectId: string, figure?: Pick<OverdueFigure, 'siteId'> & Partial<Pick<OverdueFigure, 'rule'>>) =>
  listPath('reminders', rowsBehind.overdue(projectId, figure));

export const overdueTotal = ({ overdue }: Pick<Dashboard, 'overdue'>) => overdue.reduce((sum, { count }) => sum + count, 0);
