import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { ownerSource } from '../data-source.js';
import { migrateSchema } from '../migrate-schema.js';
import { migrations } from './index.js';

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^\d/.test(file));

describe('the names of migrations', () => {
  it.each(files)('%s is a sentence', (file) => {
    expect(file).toMatch(/^\d{13}(-[a-z]+){4,}\.ts$/);
  });

  it('are in the list, in order, each named like its file', () => {
    const pascal = (file: string) =>
      file
        .slice(14, -3)
        .split('-')
        .map((word) => word[0]?.toUpperCase() + word.slice(1))
        .join('') + file.slice(0, 13);
    expect(migrations.map(({ name }) => name)).toEqual(files.sort().map(pascal));
  });
});

describe('running the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    // The names of the service roles are in the secret file that the template was migrated with.
    process.env.STEGVIS_SECRETS = process.env.TEST_SECRETS;
  });
  afterAll(() => database?.drop());

  /** Tables, columns, constraints, policies, functions, triggers and rights, as text. */
  const shape = () =>
    database.sql(`
      select 'column' as kind, attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull as what
        from pg_attribute join pg_class c on c.oid = attrelid where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ('app', 'access', 'history', 'sign_in', 'vault') and attnum > 0
      union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text in ('app', 'history', 'sign_in', 'vault') and contype <> 't'
      union all select 'policy', tablename || ' ' || policyname || ' ' || cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
      union all select 'index', pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indrelid where c.relnamespace::regnamespace::text in ('app', 'history', 'sign_in')
      union all select 'function', proname || coalesce(proacl::text, '') || prosrc from pg_proc where pronamespace::regnamespace::text in ('access', 'history')
      union all select 'trigger', tgrelid::regclass || ' ' || tgname || ' ' || tgfoid::regproc from pg_trigger where not tgisinternal
      union all select 'right', relname || coalesce(relacl::text, '') from pg_class c where c.relnamespace::regnamespace::text in ('app', 'history', 'sign_in', 'vault')
      order by 1, 2`);

  it('twice from nothing makes the same tables, and the second time there is nothing to do', async () => {
    const before = await shape();
    const source = await ownerSource(database.url('owner')).initialize();
    try {
      expect(await migrateSchema(source)).toEqual([]);
      await source.query('drop schema app, access, access_log, history, sign_in, vault cascade');
      await source.query('create schema app');
      expect(await migrateSchema(source)).toHaveLength(migrations.length);
      expect(await migrateSchema(source)).toEqual([]);
    } finally {
      await source.destroy();
    }
    expect(await shape()).toEqual(before);
  });
});
