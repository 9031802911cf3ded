import { Injectable } from '@nestjs/common';
import type { NewTarget, Target, TargetChange, TargetFilters } from '@stegvis/contracts/targets/target';
import { Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { TargetEntity } from './target.entity.js';

const targets: RegisterOf<TargetEntity> = {
  entity: TargetEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'targets.sql'),
    sorts: { projectName: 'swedish', siteName: 'swedish', indicator: 'plain', gender: 'plain', value: 'plain' },
    order: { sort: 'projectName', order: 'ASC' },
  },
};

/** The numbers that projects have promised. */
@Injectable()
export class TargetsService extends Register<TargetEntity, Target, NewTarget, TargetChange, TargetFilters> {
  constructor(work: UnitOfWork) {
    super(work, targets);
  }
}
