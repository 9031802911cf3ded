import type { BeforeQueryEvent, EntitySubscriberInterface } from 'typeorm';
import { request } from './asker.js';

/** A statement ran outside a unit of work: a fault of the program, never of its user. */
export class OutsideUnitOfWork extends Error {
  constructor() {
    super('A statement ran outside a unit of work');
  }
}

/**
 * Refuses every statement that is not on the connection of the unit of work under way. It must stay synchronous: between
 * an asynchronous check and the statement, the connection could have gone to another request.
 */
export class Fence implements EntitySubscriberInterface {
  beforeQuery(event: BeforeQueryEvent): void {
    if (event.queryRunner === request.getStore()?.runner) return;
    throw new OutsideUnitOfWork();
  }
}
