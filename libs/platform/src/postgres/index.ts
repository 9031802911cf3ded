export { asJob, request, statementOf, type Asker, type Request } from './asker.js';
export { mustBeAt, mustStartFrom, writeChange, type ExpectedVersion, type Versioned } from './change.js';
export { openFenced, sourceOptions, type Entities, type Opening } from './data-source.js';
export { databaseFault, refusalOf, type DatabaseFault } from './database-refusal.js';
export { Fence, OutsideUnitOfWork } from './fence.js';
export { occursIn, readOne, readPage, type Bind, type ListSpec, type Page } from './list.js';
export { InjectUnitOfWork, PostgresModule, unitOfWorkOf } from './postgres.module.js';
export { sqlBeside } from './sql.js';
export { UnitOfWork, type Statement } from './unit-of-work.js';
