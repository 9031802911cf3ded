export {
  type Asker,
  asJob,
  asNobody,
  currentSession,
  type Noting,
  type OnBehalf,
  onBehalfOf,
  type Request,
  request,
  type Session,
  type Sight,
} from './asker.js';
export { type ExpectedVersion, mustBeAt, mustStartFrom, type Versioned, writeChange } from './change.js';
export { type Entities, type Opening, openFenced, sourceOptions } from './data-source.js';
export { type DatabaseFault, databaseFault, refusalOf } from './database-refusal.js';
export { sessionHasChanged } from './entrance.js';
export { Fence, OutsideUnitOfWork } from './fence.js';
export { type Bind, type ListSpec, occursIn, type Page, readOne, readPage, rowById, rowsInList, type WholeList, wholeList } from './list.js';
export { refusalNote } from './noting.js';
export { InjectUnitOfWork, PostgresModule, unitOfWorkOf } from './postgres.module.js';
export { isAway, postgresServer } from './postgres-server.js';
export { ReadDoor } from './read-door/read-door.js';
export { Records } from './records.js';
export { Register, type RegisterOf } from './register.js';
export { sqlBeside } from './sql.js';
export type { Shows, Statement } from './statement.js';
export type { Deed, Steps } from './steps.js';
export { UnitOfWork } from './unit-of-work.js';
