import { Module } from '@nestjs/common';
import { MyDayService } from './my-day.service.js';

@Module({ providers: [MyDayService], exports: [MyDayService] })
export class MyDayModule {}
