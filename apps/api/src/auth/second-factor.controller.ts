import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { FactorToConfirm, RecoveryCodes, SecondStep } from '@stegvis/contracts/sign-in/second-factor';
import { Account } from '@stegvis/contracts/sign-in/sign-in';
import { SecondFactorsService, SecondStepsService, SignInService } from '@stegvis/domain/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RespondsWith, RespondsWithNothing } from '../responses/responds-with.js';
import { Allow, Public } from './allow.js';
import type { SignedInRequest } from './session.guard.js';
import { giveSession, halfCookie, whenceOf } from './session-cookie.js';
import { StepUp } from './step-up.js';

@Controller('auth/second-factor')
export class SecondFactorController {
  constructor(
    private readonly signIns: SignInService,
    private readonly steps: SecondStepsService,
    private readonly factors: SecondFactorsService,
  ) {}

  /** The second step after the password, for whoever has half a session. */
  @Post()
  @HttpCode(200)
  @Public()
  @RespondsWith(Account)
  async give(@Body() { code }: SecondStep, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const opened = await this.signIns.giveSecondFactor(halfOf(request), code, whenceOf(request));
    giveSession(reply, opened);
    return opened.account;
  }

  /** Begins to set up the second factor that a role needs, in the middle of signing in. */
  @Post('needed')
  @HttpCode(200)
  @Public()
  @RespondsWith(FactorToConfirm)
  beginNeeded(@Body() _nothing: Nothing, @Req() request: FastifyRequest) {
    return this.steps.beginNeededFactor(halfOf(request));
  }

  /** Turns it on, and signs in. */
  @Post('needed/confirm')
  @HttpCode(200)
  @Public()
  @RespondsWith(RecoveryCodes)
  async confirmNeeded(@Body() { code }: SecondStep, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const opened = await this.signIns.confirmNeededFactor(halfOf(request), code, whenceOf(request));
    giveSession(reply, opened);
    return listed(opened.codes);
  }

  @Post('begin')
  @HttpCode(200)
  @Allow('account.change')
  @StepUp()
  @RespondsWith(FactorToConfirm)
  begin(@Body() _nothing: Nothing, @Req() { signedIn: { account } }: SignedInRequest) {
    return this.factors.begin(account.id, account.email);
  }

  /** Turns the second factor on with a first code. The account's other sessions end. */
  @Post('confirm')
  @HttpCode(200)
  @Allow('account.change')
  @RespondsWith(RecoveryCodes)
  async confirm(@Body() { code }: SecondStep, @Req() { signedIn }: SignedInRequest) {
    return listed(await this.factors.confirm(signedIn.account.id, code, signedIn.tokenHash));
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Allow('account.change')
  @StepUp()
  @RespondsWith(RecoveryCodes)
  async renewCodes(@Body() _nothing: Nothing, @Req() { signedIn }: SignedInRequest) {
    return listed(await this.factors.renewCodes(signedIn.account.id));
  }

  @Post('turn-off')
  @HttpCode(204)
  @Allow('account.change')
  @StepUp()
  @RespondsWithNothing()
  turnOff(@Body() _nothing: Nothing, @Req() { signedIn: { account } }: SignedInRequest) {
    return this.steps.turnOffOwn(account.id);
  }
}

const listed = (codes: readonly string[]): RecoveryCodes => ({ codes: codes.map((code) => ({ code })) });

function halfOf(request: FastifyRequest): string {
  const half = request.cookies[halfCookie().name];
  if (!half) throw new Refusal('not-signed-in', 'sign-in-begins-anew');
  return half;
}
