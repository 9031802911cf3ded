import { Injectable } from '@nestjs/common';
import type { Dashboard, OverdueFigure, StageFigure, TargetFigure } from '@stegvis/contracts/dashboard/dashboard';
import { stages } from '@stegvis/contracts/enrolments/codes';
import { genders } from '@stegvis/contracts/participants/codes';
import { notFound } from '@stegvis/contracts/problems/refusal';
import { reminderRules } from '@stegvis/contracts/reminders/codes';
import { sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const [totals, byStage, targets, overdue] = ['totals.sql', 'stages.sql', 'targets.sql', 'overdue.sql'].map((file) =>
  sqlBeside(import.meta.url, file),
) as [string, string, string, string];

type Totals = Omit<Dashboard, 'stages' | 'targets' | 'overdue'>;

/** How projects stand today, for those who lead them. */
@Injectable()
export class DashboardService {
  constructor(private readonly work: UnitOfWork) {}

  /** The figures of what the reader may see. Throws `not-found` for a project of which they lead nothing. */
  of(projectId: string): Promise<Dashboard> {
    return this.work.transaction(async () => {
      const [head] = await this.work.read<Totals>({ text: totals, values: [projectId] });
      if (!head) throw notFound();
      return {
        ...head,
        stages: await this.work.read<StageFigure>({ text: byStage, values: [projectId, [...stages, 'none'], genders] }),
        targets: await this.work.read<TargetFigure>({ text: targets, values: [projectId] }),
        overdue: await this.work.read<OverdueFigure>({ text: overdue, values: [projectId, reminderRules] }),
      };
    });
  }
}
