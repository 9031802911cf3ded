import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Organisation } from '@stegvis/contracts/organisations/organisation';
import { Allow } from './auth/allow.js';
import { RespondsWith } from './responses/responds-with.js';
import { RoutesAreComplete } from './routes-are-complete.js';

@Controller('things')
class Things {
  @Get('whole')
  @Allow('organisations.read')
  @RespondsWith(Organisation)
  whole() {}

  @Get('without-verb')
  @RespondsWith(Organisation)
  withoutVerb() {}

  @Get('without-response')
  @Allow('organisations.read')
  withoutResponse() {}
}

describe('the API', () => {
  it('does not start with a route that says no verb or declares no response', async () => {
    const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers: [Things], providers: [RoutesAreComplete] }).compile();
    await expect(module.init()).rejects.toThrow(
      'Routes are not complete:\n  Things.withoutVerb says no verb\n  Things.withoutResponse declares no response',
    );
  });
});
