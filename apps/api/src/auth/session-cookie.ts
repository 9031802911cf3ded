import { settings } from '@stegvis/platform/settings';

/** The session's cookie. Over https it is bound to this very host (`__Host-`); over http, on one's own machine, it cannot be. */
export function sessionCookie() {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-stegvis' : 'stegvis', options: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const } };
}
