import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sourceOptions } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource, getMetadataArgsStorage } from 'typeorm';

interface Column {
  name: string;
  nullable: boolean;
  /** The database fills it by itself when an insert leaves it out. */
  filled: boolean;
}

const words = readdirSync(new URL('../../../libs/domain/src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
for (const word of words) await import(`@stegvis/domain/${word}`);
const entities = getMetadataArgsStorage().tables.map(({ target }) => target);

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource(
    sourceOptions({ url: database.url('owner'), entities: entities as never, poolSize: 1, applicationName: 'spec-entities' }),
  ).initialize();
});

afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const columnsOf = (table: string) =>
  database.sql<Column>(
    `select attname as name, not attnotnull as nullable, atthasdef or attidentity <> '' as filled
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [`app.${table}`],
  );

describe('entities and tables', () => {
  it('there are entities for the words of the case', () => {
    const tables = getMetadataArgsStorage().tables.map(({ name }) => name);
    expect(tables).toEqual(
      expect.arrayContaining([
        'organisation',
        'project',
        'site',
        'target',
        'staff',
        'role_assignment',
        'participant',
        'enrolment',
        'stage_period',
        'meeting',
        'attendance',
        'reminder',
        'report_run',
      ]),
    );
  });

  it('agree about every column: its name, and whether it may be null', async () => {
    const differ: string[] = [];
    for (const { tableName, columns, name: entity } of source.entityMetadatas) {
      const found = await columnsOf(tableName);
      for (const { databaseName, isNullable } of columns) {
        const column = found.find(({ name }) => name === databaseName);
        if (!column) differ.push(`${entity} names ${tableName}.${databaseName}, which is not there`);
        else if (column.nullable !== isNullable) differ.push(`${entity}: ${tableName}.${databaseName} may ${column.nullable ? '' : 'not '}be null`);
      }
      const unknown = found.filter(
        ({ name, nullable, filled }) => !nullable && !filled && !columns.some(({ databaseName }) => databaseName === name),
      );
      for (const { name } of unknown) differ.push(`${entity} does not know ${tableName}.${name}, without which no row can be added`);
    }
    expect(differ).toEqual([]);
  });

  it('have no relations: references are composite and live in SQL', () => {
    expect(source.entityMetadatas.flatMap(({ relations }) => relations.map(({ propertyPath }) => propertyPath))).toEqual([]);
  });
});
