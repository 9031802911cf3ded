import { Module } from '@nestjs/common';
import { ParticipantsModule } from '../participants/index.js';
import { OpeningsService } from './openings.service.js';

@Module({ imports: [ParticipantsModule], providers: [OpeningsService], exports: [OpeningsService] })
export class OpeningsModule {}
