import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

// `npm test` looks in more places and hands on what it found.
const path = process.env.SHELFCAST_CHROMIUM ?? installed();

/** For `test({ skip })`: a developer without a browser may go on; a build server may not. */
export const skip =
  path || process.env.CI
    ? false
    : 'no Chromium here; install one (apt-get install chromium) to run this test';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of its own for one test file, with a profile of its own. */
export async function openBrowser(
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  if (!path) throw new Error('CI is set, and there is no Chromium to run the browser tests with.');
  const profile = mkdtempSync(join(tmpdir(), 'shelfcast-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    args: quiet,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
