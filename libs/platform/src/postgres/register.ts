import type { DeepPartial, EntityTarget } from 'typeorm';
import { type ExpectedVersion, mustBeAt, type Versioned, writeChange } from './change.js';
import type { ListSpec } from './list.js';
import { Records } from './records.js';
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
> extends Records<Row, Filters> {
  protected constructor(
    work: UnitOfWork,
    private readonly of: RegisterOf<E>,
  ) {
    super(work, of.list);
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
