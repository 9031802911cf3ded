import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { DeepPartial, EntityTarget } from 'typeorm';
import { type ExpectedVersion, mustBeAt, type Versioned, writeChange } from './change.js';
import { type ListSpec, type Page, readOne, readPage } from './list.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What a register is of: its table, and the rows that are read from it. */
export interface RegisterOf<E extends Versioned> {
  entity: EntityTarget<E>;
  list: ListSpec;
}

/** Records that are listed, read, made and changed, and that have no verbs of their own. */
export abstract class Register<
  E extends Versioned,
  Row extends { version: number },
  Draft extends object,
  Change extends { version?: number },
  Filters extends object,
> {
  protected constructor(
    protected readonly work: UnitOfWork,
    private readonly of: RegisterOf<E>,
  ) {}

  list(filters: Filters, window: ListWindow, ids?: readonly string[]): Promise<Page<Row>> {
    return readPage(this.work, this.of.list, filters, window, ids);
  }

  /** Throws `not-found` for a record that is not there or not visible. */
  get(id: string): Promise<Row> {
    return readOne(this.work, this.of.list, id);
  }

  create(draft: Draft): Promise<Row> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(manager.create(this.of.entity, this.tidy(draft) as DeepPartial<E>));
      return this.get(id);
    });
  }

  /** Throws `changed-meanwhile`, with the record as it is now, when it was changed since it was read. */
  change(id: string, change: Change, expected: ExpectedVersion): Promise<Row> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, this.of.entity, id, expected.version, this.tidy(facts) as Partial<E>);
      return this.get(id);
    });
  }

  /** The last touch before facts are written; a register with a form of its own for a field overrides it. */
  protected tidy(facts: object): object {
    return facts;
  }
}
