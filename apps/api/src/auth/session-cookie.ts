import { settings } from '@stegvis/platform/settings';

/** Days for which a browser stays known. */
const knownFor = 180;

/** The cookie that a browser is known by afterwards: it lets nobody in, and tries with it are counted apart. */
export function browserCookie() {
  const { name, options } = sessionCookie();
  return { name: `${name}-browser`, options: { ...options, maxAge: knownFor * 24 * 3600 } };
}

/** The session's cookie. Over https it is bound to this very host (`__Host-`); over http, on one's own machine, it cannot be. */
export function sessionCookie() {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-stegvis' : 'stegvis', options: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const } };
}
