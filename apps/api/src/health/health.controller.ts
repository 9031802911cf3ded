import { Controller, Get } from '@nestjs/common';
import { Health } from '@stegvis/contracts/status/health';
import { SignInService } from '@stegvis/domain/sign-in';
import { Public } from '../auth/allow.js';
import { RespondsWith } from '../responses/responds-with.js';

/** For whoever runs the process: is it alive, and can it serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly signIns: SignInService) {}

  @Get('live')
  @Public()
  @RespondsWith(Health)
  live() {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer. */
  @Get('ready')
  @Public()
  @RespondsWith(Health)
  async ready() {
    await this.signIns.answers();
    return { status: 'ok' };
  }
}
