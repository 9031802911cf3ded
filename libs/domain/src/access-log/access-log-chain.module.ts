import { Module } from '@nestjs/common';
import { AccessLogChain } from './access-log-chain.js';

@Module({ providers: [AccessLogChain], exports: [AccessLogChain] })
export class AccessLogChainModule {}
