import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { noting } from '@stegvis/contracts/access-log/noting';
import { mayUse, type Verb } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { type SignedIn, SignInService } from '@stegvis/domain/sign-in';
import { type Request, request, type Sight } from '@stegvis/platform/postgres';
import type { FastifyRequest } from 'fastify';
import { allowedVerb, openToAll } from './allow.js';
import { sessionCookie } from './session-cookie.js';
import { needsProof } from './step-up.js';

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
    if (!token) throw new Refusal('not-signed-in', 'not-signed-in');
    // The request's own, also where the session is read anew from within a transaction.
    const store = request.getStore();
    if (!store) throw new Error('A request runs without its context');
    const attended = incoming.headers[unattended] === undefined;
    if (verb) store.noting = { action: verb, deed: noting[verb] === 'deed', made: false };
    const readAnew = async (): Promise<void> => {
      const signedIn = await this.signIn.whoHas(token, attended);
      if (!signedIn) throw new Refusal('not-signed-in', 'not-signed-in');
      // Stated also for whom it turns away: the refusal is noted as theirs.
      enter(signedIn, true);
      if (!may(verb, signedIn)) throw new Refusal('not-permitted', 'not-permitted');
    };
    const enter = (signedIn: SignedIn, confirmed: boolean): void => {
      incoming.signedIn = signedIn;
      state(store, signedIn, confirmed, readAnew);
    };
    if (this.reflector.get<boolean | undefined>(needsProof, handler)) {
      await readAnew();
      if (!incoming.signedIn.justProved) throw new Refusal('not-permitted', 'step-up-needed');
      return true;
    }
    // What is remembered may let somebody in, since the database confirms it; it never turns anybody away.
    const lately = this.signIn.lately(token);
    if (lately && may(verb, lately)) enter(lately, false);
    else await readAnew();
    return true;
  }
}

/** A page says so of what it asks by itself while nobody has touched it. */
const unattended = 'stegvis-unattended';

const may = (verb: Verb | undefined, { account }: SignedIn): boolean =>
  verb !== undefined &&
  mayUse(
    account.roles.map(({ role }) => role),
    verb,
  );

const ways: readonly Sight[] = ['coach', 'local-leader', 'project-leader'];

/** The one way in which somebody with these roles sees cases; nothing when there are several, or none. */
function sightOf(roles: readonly string[]): Sight | undefined {
  const held = ways.filter((way) => roles.includes(way));
  return held.length === 1 ? held[0] : undefined;
}

/** States who asks, and by which session. */
function state(store: Request, { account, tokenHash, accountVersion }: SignedIn, confirmed: boolean, renew: () => Promise<void>): void {
  store.asker = { kind: 'staff', id: account.id };
  store.sight = sightOf(account.roles.map(({ role }) => role));
  store.session = { tokenHash, accountVersion, confirmed, renew };
}
