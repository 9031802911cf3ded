import { Controller, Get } from '@nestjs/common';
import { MyDay } from '@stegvis/contracts/my-day/my-day';
import { MyDayService } from '@stegvis/domain/my-day';
import { Allow } from '../auth/allow.js';
import { RespondsWith } from '../responses/responds-with.js';

@Controller('my-day')
export class MyDayController {
  constructor(private readonly myDay: MyDayService) {}

  @Get()
  @Allow('my-day.read')
  @RespondsWith(MyDay)
  get() {
    return this.myDay.get();
  }
}
