import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import type * as Measures from './evaluation/measures/index.ts';
import type * as Main from './index.ts';
import { forecastPanel, modelNames } from './index.ts';
import { type InstalledPackage, installPackage } from './testing/installed-package.ts';
import { weekly } from './testing/panel-forecast.ts';
import { panelOf, sales } from './testing/series.ts';

// `npm test` looks for one, and hands on what it found.
const executablePath = process.env.SHELFCAST_CHROMIUM;
const skip = executablePath || process.env.CI ? false : 'no Chromium here';

let installed: InstalledPackage;
let server: Server;
let browser: Browser;
let page: Page;

before(async () => {
  if (skip) return;
  installed = installPackage();
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>forecasting</title>');
      return;
    }
    const file = createReadStream(join(installed.packageFolder, path));
    file.once('open', () => response.writeHead(200, { 'content-type': 'text/javascript' }));
    file.once('error', () => response.writeHead(404).end());
    file.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
after(async () => {
  await browser?.close();
  server?.close();
  installed?.remove();
});

/** Forecasts in the page what `forecast` forecasts here: two series, with a covariate that is known ahead. */
function inPage(models: 'auto' | readonly string[]): Promise<{ mean: number[]; quantileValues: number[] }> {
  const columns = known.columns.map((column) => [...column]);
  const asked = {
    values: [...panel.values],
    offsets: [...panel.offsets],
    columns,
    plan: { ...weekly, models },
  };
  return page.evaluate(async ({ values, offsets, columns, plan }) => {
    // An address of the page's own server, which the compiler is not to look for.
    const address: string = '/index.js';
    const main = (await import(address)) as typeof Main;
    const { mean, quantileValues } = main.forecastPanel(
      {
        values: Float64Array.from(values),
        offsets: Uint32Array.from(offsets),
        known: { names: ['promo'], columns: columns.map((column) => Float64Array.from(column)) },
      },
      plan,
    );
    return { mean: [...mean], quantileValues: [...quantileValues] };
  }, asked);
}

const panel = panelOf(sales(150, 4, 1), sales(120, 40, 2));
const known = {
  names: ['promo'],
  columns: [Float64Array.from({ length: 270 + 2 * weekly.horizon }, (_, t) => (t % 11 < 2 ? 1 : 0))],
};

/**
 * Browsers and Node share JavaScript's arithmetic, but an engine may round `exp`, `log` and `pow` in its own way (ECMA-262,
 * 21.3.2): a last digit, which a search over parameters can make the eighth.
 */
const TOLERANCE = 1e-8;

function close(found: readonly number[], expected: Float64Array, what: string): void {
  assert.equal(found.length, expected.length);
  found.forEach((value, at) => {
    const off = Math.abs(value - expected[at]);
    assert.ok(
      off <= TOLERANCE * Math.max(1, Math.abs(expected[at])),
      `${what}, ${at}: ${value} ${expected[at]}`,
    );
  });
}

test('a browser page forecasts with the main entry what Node forecasts, model by model', {
  skip,
}, async () => {
  for (const models of ['auto' as const, ...modelNames.map((name) => [name])]) {
    const expected = forecastPanel({ ...panel, known }, { ...weekly, models });
    const found = await inPage(models);
    close(found.mean, expected.mean, `${models} mean`);
    close(found.quantileValues, expected.quantileValues, `${models} quantiles`);
  }
});

test('measures are had in the page from an address of their own', { skip }, async () => {
  const off = await page.evaluate(async () => {
    const address: string = '/evaluation/measures/index.js';
    const { wape } = (await import(address)) as typeof Measures;
    return [...wape(Float64Array.of(3, 5), Float64Array.of(4, 5), Uint32Array.of(0, 2))];
  });
  assert.deepEqual(off, [1 / 8]);
});
