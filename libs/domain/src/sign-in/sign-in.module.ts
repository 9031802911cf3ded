import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { openSignInDatabase, SignInService } from './sign-in.service.js';

@Module({
  imports: [TypeOrmModule.forRootAsync({ name: 'auth', useFactory: () => ({ type: 'postgres' as const }), dataSourceFactory: openSignInDatabase })],
  providers: [SignInService],
  exports: [SignInService],
})
export class SignInModule {}
