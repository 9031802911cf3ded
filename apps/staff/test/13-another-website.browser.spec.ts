import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';

let demo: DemoUi;
let hostile: Server;
let hostileUrl: string;
beforeAll(async () => {
  demo = await demoUi();
  // Another origin on the same host: the nearest that another website can come, since cookies do not tell ports apart.
  hostile = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>x</title><h1>x</h1>'));
  hostile.listen(0, '127.0.0.1');
  await once(hostile, 'listening');
  hostileUrl = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
});
afterAll(async () => {
  hostile.close();
  await demo.stop();
});

/** The ways in which a page makes a browser send something, with whatever cookies it has. */
const ways = {
  'a form': (target: string) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: target, enctype: 'text/plain', target: 'elsewhere' });
    document.body.append(form);
    form.submit();
  },
  'fetch with plain text': (target: string) => {
    void fetch(target, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).catch(() => undefined);
  },
  'fetch with JSON': (target: string) => {
    void fetch(target, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' }).catch(
      () => undefined,
    );
  },
  'a picture': (target: string) => {
    const picture = new Image();
    picture.src = target;
    document.body.append(picture);
  },
  'a beacon': (target: string) => {
    navigator.sendBeacon(target, new Blob(['{}'], { type: 'text/plain' }));
  },
} as const;

describe('abuse case 13: another website that makes the browser send requests', () => {
  it.each(Object.keys(ways) as (keyof typeof ways)[])('by %s ends no session, and changes nothing', async (way) => {
    const { page, context, signIn } = await demo.open();
    await signIn('coach');
    const standing = () => demo.database.sql('select id from sign_in.session where ended_at is null order by id');
    const before = await standing();
    const other = await context.newPage();
    // A form opens a page of its own, so it is the whole browser that is listened to.
    const asked = context.waitForEvent('request', (request) => request.url().includes('/api/auth/sessions'));
    await other.goto(hostileUrl);
    for (const path of ['sign-out', 'sessions/end-others']) await other.evaluate(ways[way], `${demo.url}/api/auth/${path}`);
    await asked;
    await other.waitForTimeout(500);
    expect(await standing()).toEqual(before);
    await page.reload();
    await page.locator('h1').first().waitFor();
    expect(await page.locator('input[name=password]').count()).toBe(0);
    await context.close();
  });
});
