import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Nothing } from '@stegvis/contracts/fields/nothing';
import { Named, NameStaff, Protect, StaffToName } from '@stegvis/contracts/protection/protection';
import { ProtectionService } from '@stegvis/domain/protection';
import { Allow } from '../auth/allow.js';
import { RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('participants')
export class ProtectionController {
  constructor(private readonly protection: ProtectionService) {}

  @Post(':id/protect')
  @HttpCode(200)
  @Allow('participants.protect')
  @RespondsWith(Named)
  protect(@RecordId() id: string, @Body() how: Protect) {
    return this.protection.protect(id, how);
  }

  @Get(':id/may-be-named')
  @Allow('participants.name-staff')
  @RespondsWithList(StaffToName)
  mayBeNamed(@RecordId() id: string) {
    return this.protection.mayBeNamed(id);
  }

  @Post(':id/name-staff')
  @HttpCode(200)
  @Allow('participants.name-staff')
  @RespondsWith(Named)
  nameStaff(@RecordId() id: string, @Body() how: NameStaff) {
    return this.protection.nameStaff(id, how);
  }

  @Post(':id/ask-to-lift')
  @HttpCode(200)
  @Allow('participants.ask-to-lift')
  @RespondsWith(Named)
  askToLift(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.protection.askToLift(id);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Allow('participants.lift')
  @RespondsWith(Named)
  lift(@RecordId() id: string, @Body() _nothing: Nothing) {
    return this.protection.lift(id);
  }
}
