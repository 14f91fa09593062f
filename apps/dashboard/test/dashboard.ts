import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { type MockServer, startMock } from '../src/mock/server.ts';
import { demoUser } from '../src/mock/session-routes.ts';
import type { WorldOptions } from '../src/mock/world.ts';
import { openBrowser } from './chromium.ts';

export interface Dashboard extends AsyncDisposable {
  readonly page: Page;
  readonly mock: MockServer;
  /** What the page complained about: errors in scripts, and anything the content security policy refused. */
  readonly complaints: string[];
  /** Opens an address behind the sign-in. */
  open(path: string): Promise<void>;
  /** A page of its own in another shape: dark, narrow. */
  again(options: BrowserContextOptions): Promise<Page>;
}

let built: Promise<string> | undefined;

/** Builds into a folder of this process, so that test files can run beside each other. */
export function buildOnce(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shelfcast-dist-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    await build({ root: join(import.meta.dirname, '..'), logLevel: 'error', build: { outDir: folder } });
    return folder;
  })();
  return built;
}

/** The built dashboard in a real browser, against the stand-in API, signed in. */
export async function openDashboard(
  world: WorldOptions = {},
  options: BrowserContextOptions = {},
): Promise<Dashboard> {
  const mock = await startMock(await buildOnce(), { series: 600, stepMs: 60, ...world });
  const browsers = [await openBrowser({ viewport: { width: 1280, height: 900 }, ...options })];
  const page = browsers[0]!.context.pages()[0]!;
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await signIn(page, mock.url);
  return {
    page,
    mock,
    complaints,
    open: async (path) => {
      await page.goto(mock.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    again: async (more) => {
      const browser = await openBrowser({ viewport: { width: 1280, height: 900 }, ...more });
      browsers.push(browser);
      const other = browser.context.pages()[0]!;
      await signIn(other, mock.url);
      return other;
    },
    [Symbol.asyncDispose]: async () => {
      for (const browser of browsers) await browser.close();
      await mock.close();
    },
  };
}

export async function signIn(page: Page, url: string, who = demoUser): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
