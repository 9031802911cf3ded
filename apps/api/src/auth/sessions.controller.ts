import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { OwnSessions, SessionLeft } from '@stegvis/contracts/sign-in/session';
import { SessionsService } from '@stegvis/domain/sign-in';
import { currentSession } from '@stegvis/platform/postgres';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithNothing } from '../responses/responds-with.js';
import { Allow } from './allow.js';
import type { SignedInRequest } from './session.guard.js';

@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Allow('account.read')
  @RespondsWith(OwnSessions)
  async own(@Req() { signedIn: { account, tokenHash } }: SignedInRequest) {
    return { sessions: await this.sessions.own(account.id, tokenHash) };
  }

  /** How long the session that asks still lasts. With the header `Stegvis-Unattended` the question does not lengthen it. */
  @Get('left')
  @Allow('account.read')
  @RespondsWith(SessionLeft)
  async left(@Req() { signedIn }: SignedInRequest) {
    // Read anew, so that the question counts as use of the session before it is answered.
    await currentSession()?.renew();
    return this.sessions.left(signedIn.tokenHash);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Allow('account.change')
  @RespondsWithNothing()
  async end(@RecordId() id: string, @Body() _nothing: Nothing, @Req() { signedIn }: SignedInRequest) {
    // Confirmed first: the session that is ended may be the one that asks.
    await currentSession()?.renew();
    await this.sessions.endOne(signedIn.account.id, id);
  }

  @Post('end-others')
  @HttpCode(204)
  @Allow('account.change')
  @RespondsWithNothing()
  endOthers(@Body() _nothing: Nothing, @Req() { signedIn: { account, tokenHash } }: SignedInRequest) {
    return this.sessions.endAll(account.id, tokenHash);
  }
}
