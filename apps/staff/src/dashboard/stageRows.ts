import type { StageFigure } from '@stegvis/contracts/dashboard/dashboard';
import { stages } from '@stegvis/contracts/enrolments/codes';
import { type Gender, genders } from '@stegvis/contracts/participants/codes';

export type StageRow = { stage: StageFigure['stage'] } & Record<Gender, number>;

/** One row for each stage, zeros included: that nobody is there is a finding too. */
export function stageRows(figures: readonly StageFigure[]): StageRow[] {
  const count = (stage: string, gender: Gender) => figures.find((figure) => figure.stage === stage && figure.gender === gender)?.count ?? 0;
  return [...stages, 'none' as const].map((stage) => ({
    stage,
    ...(Object.fromEntries(genders.map((gender) => [gender, count(stage, gender)])) as Record<Gender, number>),
  }));
}
