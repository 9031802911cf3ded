import type { BrowserContext, Page } from 'playwright-core';

/** Everything that a browser keeps of a page for later, as one text: storage of every kind, caches, cookies, the addresses that it was at. */
export async function keptBy(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => {
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        databases.push([name, store, all.result]);
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        cached.push(request.url, (await (await (await caches.open(name)).match(request))?.text()) ?? '');
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      databases,
      cached,
      history.state,
      window.name,
      document.cookie,
      document.title,
    ]);
  });
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const addresses = entries.flatMap(({ url, title }) => [title, decodeURIComponent(url)]);
  return JSON.stringify([stored, addresses, await page.context().cookies()]);
}

/** What stands on a page, seen or not, and what is typed into it. */
export const onPage = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value)].join(
      '\n',
    ),
  );

/** Every address that a browser asks for from now on, decoded. */
export function addressesOf(context: BrowserContext): string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(`${request.method()} ${decodeURIComponent(request.url())}`));
  return addresses;
}
