import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayUse, type Verb } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { type SignedIn, SignInService } from '@stegvis/domain/sign-in';
import { request } from '@stegvis/platform/postgres';
import type { FastifyRequest } from 'fastify';
import { allowedVerb, openToAll } from './allow.js';
import { sessionCookie } from './session-cookie.js';

/** A request that has passed the guard of a route that is not public. */
export interface SignedInRequest extends FastifyRequest {
  signedIn: SignedIn;
}

/** Finds out who asks, states it for the database, and checks the route's verb against the roles held today. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignInService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(openToAll, handler)) return true;
    const verb = this.reflector.get<Verb | undefined>(allowedVerb, handler);
    const incoming = context.switchToHttp().getRequest<SignedInRequest>();
    const token = incoming.cookies[sessionCookie().name];
    const signedIn = token ? await this.signIn.whoHas(token) : undefined;
    if (!signedIn) throw new Refusal('not-signed-in', 'not-signed-in');
    const roles = signedIn.account.roles.map((held) => held.role);
    if (!verb || !mayUse(roles, verb)) throw new Refusal('not-permitted', 'not-permitted');
    incoming.signedIn = signedIn;
    const store = request.getStore();
    if (!store) throw new Error('A request runs without its context');
    store.asker = {
      kind: 'staff',
      id: signedIn.account.id,
      session: signedIn.session,
      expires: Math.floor(Date.now() / 1000) + 300,
      requestId: store.requestId,
      job: '',
    };
    return true;
  }
}
