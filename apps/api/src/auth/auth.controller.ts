import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { invalidInput, Refusal } from '@stegvis/contracts/problems/refusal';
import { Proof, SignInState } from '@stegvis/contracts/sign-in/second-factor';
import { Account, Credentials, LanguageChoice, NewPassword, PasswordChange } from '@stegvis/contracts/sign-in/sign-in';
import { isHalf, PasswordsService, SecondStepsService, SignInService } from '@stegvis/domain/sign-in';
import { StaffService } from '@stegvis/domain/staff';
import { currentSession } from '@stegvis/platform/postgres';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RespondsWith, RespondsWithNothing } from '../responses/responds-with.js';
import { Allow, Public } from './allow.js';
import type { SignedInRequest } from './session.guard.js';
import { giveSession, halfCookie, sessionCookie, whenceOf } from './session-cookie.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly steps: SecondStepsService,
    private readonly staff: StaffService,
  ) {}

  /**
   * Signs in. A session that the browser had before is ended: nobody's cookie outlives a sign-in. Where a second factor is on, or a
   * role needs one, there is no session yet: 401 with `second-factor-needed` or `second-factor-to-be-set-up`, and a cookie for that step.
   */
  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @RespondsWith(Account)
  async signIn(@Body() credentials: Credentials, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const before = request.cookies[sessionCookie().name];
    const begun = await this.signIns.signIn(credentials.email, credentials.password, whenceOf(request));
    if (before) await this.signIns.signOut(before);
    if (isHalf(begun)) {
      const { name, options } = halfCookie();
      void reply.setCookie(name, begun.token, options);
      throw new Refusal('not-signed-in', begun.missing);
    }
    giveSession(reply, begun);
    return begun.account;
  }

  @Get('me')
  @Allow('account.read')
  @RespondsWith(Account)
  async me(@Req() request: SignedInRequest) {
    // Read anew: what was remembered may name a role that is gone.
    await currentSession()?.renew();
    return request.signedIn.account;
  }

  @Put('language')
  @Allow('account.read')
  @RespondsWith(Account)
  async language(@Req() request: SignedInRequest, @Body() { language }: LanguageChoice) {
    const { account } = request.signedIn;
    await this.staff.chooseLanguage(account.id, language);
    return { ...account, language };
  }

  @Post('sign-out')
  @HttpCode(204)
  @Public()
  @RespondsWithNothing()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() _nothing: Nothing) {
    const { name, options } = sessionCookie();
    const token = request.cookies[name];
    if (token) await this.signIns.signOut(token);
    // What the browser still holds of the session goes with it.
    void reply.clearCookie(name, options).header('Clear-Site-Data', '"cache", "storage"');
  }

  @Post('set-password')
  @HttpCode(204)
  @Public()
  @RespondsWithNothing()
  setPassword(@Body() { token, password }: NewPassword) {
    return this.passwords.setByLink(token, password);
  }

  /** Chooses another password, with the one of before. The account's other sessions end. */
  @Put('password')
  @HttpCode(204)
  @Allow('account.change')
  @RespondsWithNothing()
  async changePassword(@Body() { current, password }: PasswordChange, @Req() { signedIn, ip }: SignedInRequest) {
    const { account, tokenHash } = signedIn;
    if (!(await this.signIns.knowsPassword(signedIn, current, ip))) throw invalidInput('current', 'wrong-current-password');
    await this.passwords.change(account.id, password, tokenHash);
  }

  /** How one signs in oneself. */
  @Get('state')
  @Allow('account.read')
  @RespondsWith(SignInState)
  state(@Req() { signedIn }: SignedInRequest) {
    return this.steps.state(signedIn.account.id);
  }

  /** Proves again who one is, for the next five minutes. The session gets a new token. */
  @Post('step-up')
  @HttpCode(204)
  @Allow('account.change')
  @RespondsWithNothing()
  async stepUp(@Body() proof: Proof, @Req() request: SignedInRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    // The session is confirmed now: afterwards its token is no longer the one that the request came with.
    await currentSession()?.renew();
    const { name, options } = sessionCookie();
    const fresh = await this.signIns.stepUp(request.cookies[name] ?? '', request.signedIn, proof, { address: request.ip });
    void reply.setCookie(name, fresh, options);
  }
}
