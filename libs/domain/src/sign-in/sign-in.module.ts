import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorsService } from './second-factors.service.js';
import { SecondStepsService } from './second-steps.service.js';
import { SessionsService } from './sessions.service.js';
import { openSignInDatabase, SignInService } from './sign-in.service.js';
import { TriesService } from './tries.service.js';

@Module({
  imports: [TypeOrmModule.forRootAsync({ name: 'auth', useFactory: () => ({ type: 'postgres' as const }), dataSourceFactory: openSignInDatabase })],
  providers: [SignInService, PasswordsService, TriesService, SecondFactorsService, SecondStepsService, SessionsService],
  exports: [SignInService, PasswordsService, SecondFactorsService, SecondStepsService, SessionsService],
})
export class SignInModule {}
