import { Module } from '@nestjs/common';
import { NameGrantsService } from './name-grants.service.js';

@Module({ providers: [NameGrantsService], exports: [NameGrantsService] })
export class NameGrantsModule {}
