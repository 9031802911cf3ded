import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { SecondFactorsService, SecondStepsService, SessionsService } from '@stegvis/domain/sign-in';
import { StaffService } from '@stegvis/domain/staff';
import { Allow } from '../auth/allow.js';
import type { SignedInRequest } from '../auth/session.guard.js';
import { StepUp } from '../auth/step-up.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWithNothing } from '../responses/responds-with.js';

/** What an administrator does for somebody who has lost a phone, or whose computer was stolen. */
@Controller('staff')
export class StaffSignInController {
  constructor(
    private readonly staff: StaffService,
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactorsService,
    private readonly steps: SecondStepsService,
  ) {}

  @Post(':id/end-sessions')
  @HttpCode(204)
  @Allow('staff.change')
  @RespondsWithNothing()
  async endSessions(@RecordId() id: string, @Body() _nothing: Nothing) {
    await this.staff.aboutSigningIn(id, (staffId) => this.sessions.endAll(staffId));
  }

  /** The phone and the recovery codes are gone: the password alone is enough again, unless a role needs more. One's own is no other than on the account page. Ends the account's sessions. */
  @Post(':id/turn-off-second-factor')
  @HttpCode(204)
  @Allow('staff.change')
  @StepUp()
  @RespondsWithNothing()
  async turnOffSecondFactor(@RecordId() id: string, @Body() _nothing: Nothing, @Req() { signedIn: { account } }: SignedInRequest) {
    await this.staff.aboutSigningIn(id, async (staffId) => {
      if (staffId === account.id) await this.steps.turnOffOwn(staffId);
      else await this.factors.turnOff(staffId);
      await this.sessions.endAll(staffId);
    });
  }
}
