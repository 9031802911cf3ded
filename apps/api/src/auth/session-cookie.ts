import { deviceOf, type Whence } from '@stegvis/domain/sign-in';
import { settings } from '@stegvis/platform/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Days for which a browser stays known. */
const knownFor = 180;
/** Seconds for which half a session is good. */
const halfLasts = 600;

/** The session's cookie. Over https it is bound to this very host (`__Host-`); over http, on one's own machine, it cannot be. */
export function sessionCookie() {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-stegvis' : 'stegvis', options: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const } };
}

/** The cookie that a browser is known by afterwards: it lets nobody in, and tries with it are counted apart. */
export function browserCookie() {
  const { name, options } = sessionCookie();
  return { name: `${name}-browser`, options: { ...options, maxAge: knownFor * 24 * 3600 } };
}

/** The cookie between the password and the second step. */
export function halfCookie() {
  const { name, options } = sessionCookie();
  return { name: `${name}-half`, options: { ...options, maxAge: halfLasts } };
}

/** Gives a browser its session, and makes it known. */
export function giveSession(reply: FastifyReply, { token, browser }: { token: string; browser: string }): void {
  const [session, known, half] = [sessionCookie(), browserCookie(), halfCookie()];
  void reply.setCookie(session.name, token, session.options).setCookie(known.name, browser, known.options).clearCookie(half.name, session.options);
}

/** Where a try to sign in comes from. */
export const whenceOf = (request: FastifyRequest): Whence => ({
  address: request.ip,
  browser: request.cookies[browserCookie().name],
  device: deviceOf(request.headers['user-agent']),
});
