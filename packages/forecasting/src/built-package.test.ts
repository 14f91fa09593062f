import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type * as Source from './index.ts';
import { forecastPanel } from './index.ts';
import { weekly } from './testing/panel-forecast.ts';
import { panelOf, sales } from './testing/series.ts';
import type * as Threads from './threads/index.ts';

test('the built package, which is JavaScript, forecasts the same numbers, on its own threads too', async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../build.js', import.meta.url))]);
  const built = (entry: string): Promise<unknown> =>
    import(new URL(`../dist/${entry}`, import.meta.url).href);
  const { forecastPanel: builtForecast } = (await built('index.js')) as typeof Source;
  const { forecastPanelOnThreads } = (await built('threads/index.js')) as typeof Threads;
  const panel = panelOf(sales(100, 4, 1), sales(90, 40, 2));
  const expected = forecastPanel(panel, weekly);
  assert.deepEqual(builtForecast(panel, weekly), expected);
  const threaded = await forecastPanelOnThreads(panel, weekly, { workers: 2 });
  assert.deepEqual(threaded.quantileValues, expected.quantileValues);
});
