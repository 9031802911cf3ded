import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { SignInModule } from '@stegvis/domain/sign-in';
import { PostgresModule } from '@stegvis/platform/postgres';
import { AuthController } from './auth/auth.controller.js';
import { SecondFactorController } from './auth/second-factor.controller.js';
import { SessionGuard } from './auth/session.guard.js';
import { SessionsController } from './auth/sessions.controller.js';
import { HealthController } from './health/health.controller.js';
import { InputPipe } from './input/input.pipe.js';
import { LeafingInterceptor } from './leafing/leafing.interceptor.js';
import { Metrics } from './metrics/metrics.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ResponseInterceptor } from './responses/response.interceptor.js';
import { RoutesAreComplete } from './routes-are-complete.js';
import { words } from './words.js';

@Module({
  imports: [
    DiscoveryModule,
    PostgresModule.as('api', { entities: words.flatMap((word) => word.entities), poolSize: 12 }),
    SignInModule,
    ...words.map((word) => word.module),
  ],
  controllers: [AuthController, SecondFactorController, SessionsController, HealthController, ...words.flatMap((word) => word.controllers)],
  providers: [
    RoutesAreComplete,
    Metrics,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
    { provide: APP_INTERCEPTOR, useClass: LeafingInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
