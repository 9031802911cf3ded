import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { databaseUrl, type Secrets } from '../settings/index.js';
import { type Entities, openFenced, sourceOptions } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

type Role = Exclude<keyof Secrets['roles'], 'auth'>;

/** The token of a second database role's unit of work, where a process has one. */
export const unitOfWorkOf = (role: Role): string => `unit-of-work:${role}`;
/** Injects the unit of work of a second database role. */
export const InjectUnitOfWork = (role: Role): ParameterDecorator => Inject(unitOfWorkOf(role)) as ParameterDecorator;

/** The database as one role sees it. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class PostgresModule {
  /** The role that this process mostly works as: `UnitOfWork` is its own. */
  static as(role: Role, opening: { entities: Entities; poolSize: number }): DynamicModule {
    return PostgresModule.open(role, opening, UnitOfWork, undefined);
  }

  /** A further role, for what the first may not do: `@InjectUnitOfWork(role)`. */
  static alsoAs(role: Role, opening: { entities: Entities; poolSize: number; statementTimeout?: number }): DynamicModule {
    return PostgresModule.open(role, opening, unitOfWorkOf(role), role);
  }

  private static open(
    role: Role,
    opening: { entities: Entities; poolSize: number; statementTimeout?: number },
    token: typeof UnitOfWork | string,
    name: string | undefined,
  ): DynamicModule {
    return {
      module: PostgresModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name,
          useFactory: () => ({
            ...sourceOptions({ ...opening, url: databaseUrl(role), applicationName: `stegvis-${role}` }),
            retryAttempts: 3,
            retryDelay: 1000,
          }),
          dataSourceFactory: (options) => openFenced(options as DataSourceOptions),
        }),
      ],
      providers: [{ provide: token, inject: [getDataSourceToken(name)], useFactory: (source: DataSource) => new UnitOfWork(source) }],
      exports: [token],
    };
  }
}
