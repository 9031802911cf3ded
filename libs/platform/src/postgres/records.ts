import type { ListWindow } from '@stegvis/contracts/lists/list';
import { type ListSpec, type Page, readOne, readPage } from './list.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Records that are listed and read, by whoever the database lets see them; what else can be done to them is each word's own. */
export abstract class Records<Row, Filters extends object> {
  protected constructor(
    protected readonly work: UnitOfWork,
    private readonly spec: ListSpec,
  ) {}

  list(filters: Filters, window: ListWindow, ids?: readonly string[]): Promise<Page<Row>> {
    return readPage(this.work, this.spec, filters, window, ids);
  }

  /** Throws `not-found` for a record that is not there or not visible. */
  get(id: string): Promise<Row> {
    return readOne(this.work, this.spec, id);
  }
}
