import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type DemoApi, demoApi } from '../../api/test/demo-api.js';

export interface How {
  locale?: 'sv-SE' | 'en-GB';
  /** 390 pixels wide, and used with a finger. */
  phone?: boolean;
  /** In pixels, when neither a phone nor a wide screen is meant. */
  width?: number;
  scheme?: 'light' | 'dark';
}

/** The demo world behind the real API that serves the built staff UI, and a browser to use it with. */
export interface DemoUi extends DemoApi {
  /** A fresh browser profile, which nobody has signed in with. */
  open(how?: How): Promise<Visit>;
}

/** One person at one browser. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained about that it should not have. */
  complaints: string[];
  signIn(role: string): Promise<void>;
  go(path: string): Promise<void>;
}

const folder = new URL('../dist/', import.meta.url).pathname;
// Without a network of its own, Chromium would wait for hosts that it wants to greet.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Fields for dates speak the language that the browser was started in, whatever the page's is. */
export const launch = (locale: string, more: readonly string[] = []) =>
  chromium.launch({ executablePath: process.env.TEST_CHROMIUM, args: [...flags, ...more], env: { ...process.env, LANGUAGE: locale.slice(0, 2) } });

/** @param more settings of the servers */
export async function demoUi(more: Record<string, string> = {}): Promise<DemoUi> {
  const demo = await demoApi({ STEGVIS_STAFF_UI: folder, ...more });
  const browsers = new Map<string, Promise<Browser>>();
  const browserFor = (locale: string) => {
    const browser = browsers.get(locale) ?? launch(locale);
    browsers.set(locale, browser);
    return browser;
  };
  return {
    ...demo,
    open: async (how = {}) => visit(await browserFor(how.locale ?? 'sv-SE'), demo.url, how),
    stop: async () => {
      for (const browser of browsers.values()) await (await browser).close();
      await demo.stop();
    },
  };
}

async function visit(browser: Browser, url: string, { locale = 'sv-SE', phone = false, width = phone ? 390 : 1280, scheme }: How): Promise<Visit> {
  const narrow = width < 600;
  const context: BrowserContext = await browser.newContext({
    locale,
    colorScheme: scheme ?? 'light',
    timezoneId: 'Europe/Stockholm',
    viewport: { width, height: narrow ? 780 : 900 },
    hasTouch: narrow,
    isMobile: narrow,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Nobody is signed in at first: that one answer is expected, and the browser logs it.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return {
    page,
    context,
    complaints,
    signIn: async (role) => {
      await page.locator('input[name=email]').fill(`${role}@stegvis.example`);
      await page.locator('input[name=password]').fill('stegvis-demo');
      await page.keyboard.press('Enter');
      await page.locator('input[name=password]').waitFor({ state: 'detached' });
      await page.locator('h1').first().waitFor();
    },
    go: async (path) => {
      await page.goto(`${url}/#${path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  };
}

/** What axe finds on a page that keeps somebody from using it. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // A page that is still fading in has the contrast of neither state; what never ends, such as the pulse of a button in focus, is not waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY),
  );
  // There are no frames, so one script in the page will do; what passes is not told in detail.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes[0]?.target.join(' ')}${nodes[0]?.failureSummary ? `: ${nodes[0].failureSummary.replace(/\s+/g, ' ')}` : ''})`,
    );
}
