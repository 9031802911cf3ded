import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { describeParameters } from '../openapi/describe.js';

export const allowedVerb = 'stegvis:verb';
export const openToAll = 'stegvis:public';

/** Says which verb a route is; the guard looks up who may use it. Every route has this or `@Public`. */
export const Allow = (verb: Verb): MethodDecorator =>
  applyDecorators(SetMetadata(allowedVerb, verb), ApiExtension('x-verb', verb), describeParameters);

/** A route for people who are not signed in. */
export const Public = (): MethodDecorator => applyDecorators(SetMetadata(openToAll, true), ApiExtension('x-open-to-all', true), describeParameters);
