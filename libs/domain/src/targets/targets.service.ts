import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { NewTarget, Target, TargetChange, TargetFilters } from '@stegvis/contracts/targets/target';
import { type ExpectedVersion, type ListSpec, mustBeAt, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { TargetEntity } from './target.entity.js';

const targets: ListSpec = {
  rows: sqlBeside(import.meta.url, 'targets.sql'),
  sorts: { projectName: 'swedish', siteName: 'swedish', indicator: 'plain', gender: 'plain', value: 'plain' },
  order: { sort: 'projectName', order: 'ASC' },
};

@Injectable()
export class TargetsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: TargetFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Target>> {
    return readPage(this.work, targets, filters, window, ids);
  }

  get(id: string): Promise<Target> {
    return readOne(this.work, targets, id);
  }

  create(draft: NewTarget): Promise<Target> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(TargetEntity, manager.create(TargetEntity, draft));
      return this.get(id);
    });
  }

  change(id: string, change: TargetChange, expected: ExpectedVersion): Promise<Target> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, TargetEntity, id, expected.version, facts);
      return this.get(id);
    });
  }
}
