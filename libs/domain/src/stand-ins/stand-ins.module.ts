import { Module } from '@nestjs/common';
import { StandInsService } from './stand-ins.service.js';

@Module({ providers: [StandInsService], exports: [StandInsService] })
export class StandInsModule {}
