const json = 'application/json';
const own = { 'Sec-Fetch-Site': 'same-origin' };

/** What another website's page can make a browser send, with the cookie of somebody who is signed in, and the code by which it must be refused: 403 or 415. */
export const attempts: readonly (readonly [string, Record<string, string>, 'other-site' | 'not-json'])[] = [
  ['from another site, by the browser’s word', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': json }, 'other-site'],
  ['from a sister host', { 'Sec-Fetch-Site': 'same-site', 'Content-Type': json }, 'other-site'],
  ['from nowhere, as an address that is typed', { 'Sec-Fetch-Site': 'none', 'Content-Type': json }, 'other-site'],
  ['from another origin, by an older browser', { Origin: 'https://evil.example', 'Content-Type': json }, 'other-site'],
  ['from an origin that begins like ours', { Origin: 'http://127.0.0.1.evil.example', 'Content-Type': json }, 'other-site'],
  ['from an origin that is hidden', { Origin: 'null', 'Content-Type': json }, 'other-site'],
  ['saying nothing of where it comes from', { 'Content-Type': json }, 'other-site'],
  ['as plain text', { ...own, 'Content-Type': 'text/plain' }, 'not-json'],
  ['as a form', { ...own, 'Content-Type': 'application/x-www-form-urlencoded' }, 'not-json'],
  ['as a form with files', { ...own, 'Content-Type': 'multipart/form-data; boundary=x' }, 'not-json'],
];

/** Which of the attempts are not refused as they must be, by a route that changes something. */
export async function letIn(
  url: string,
  session: string,
  method: string,
  path: string,
  body: object,
  names: readonly string[] = attempts.map(([name]) => name),
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, headers, code] of attempts) {
    if (!names.includes(name)) continue;
    const answer = await fetch(`${url}${path}`, { method, body: JSON.stringify(body), headers: { Cookie: session, ...headers } });
    const came = ((await answer.json().catch(() => ({}))) as { code?: string }).code;
    const right = code === 'other-site' ? 403 : 415;
    if (answer.status !== right || came !== code)
      wrong.push(`${method} ${path} ${name}: ${right} ${code} is right, ${answer.status} ${came ?? ''} came back`);
  }
  return wrong;
}
