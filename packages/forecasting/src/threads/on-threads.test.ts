import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backtestPanel } from '../panel/backtest-panel.ts';
import { forecastPanel } from '../panel/forecast-panel.ts';
import { weekly } from '../testing/panel-forecast.ts';
import { panelOf, sales } from '../testing/series.ts';
import { backtestPanelOnThreads, forecastPanelOnThreads } from './index.ts';

const panel = panelOf(...Array.from({ length: 40 }, (_, i) => sales(60 + i, 1 + i, i)), [], [3]);
const closed = new Uint8Array(42 * 14).fill(1, 100, 120);

for (const workers of [1, 2, 5])
  test(`${workers} threads forecast the same numbers as none, bit for bit`, async () => {
    const plan = { ...weekly, paths: 20 };
    const here = forecastPanel({ ...panel, closed }, plan);
    const there = await forecastPanelOnThreads({ ...panel, closed }, plan, { workers });
    const parts = ['mean', 'quantileValues', 'totalMean', 'totalQuantiles', 'paths', 'outcomes'] as const;
    for (const part of parts) assert.deepEqual(there[part], here[part]);
  });

test('threads backtest the same numbers as none, sums included', async () => {
  const there = await backtestPanelOnThreads(panel, weekly, { workers: 3 });
  assert.deepEqual(there, backtestPanel(panel, weekly));
});

test('progress grows to the total', async () => {
  const told: [number, number][] = [];
  await forecastPanelOnThreads(panel, weekly, { workers: 2, onProgress: (...now) => told.push(now) });
  assert.ok(told.every(([done, total], i) => total === 42 && done > (told[i - 1]?.[0] ?? 0)));
  assert.equal(told.at(-1)?.[0], 42);
});

test('an aborted forecast stops, with the reason of whoever stopped it', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(reason);
  await assert.rejects(
    forecastPanelOnThreads(panel, weekly, { workers: 1, signal: controller.signal, onProgress }),
    reason,
  );
  await assert.rejects(forecastPanelOnThreads(panel, weekly, { signal: controller.signal }), reason);
});

test('a panel or plan that cannot be is refused before any thread starts', async () => {
  await assert.rejects(forecastPanelOnThreads(panel, { ...weekly, horizon: 0 }), /horizon is 0/);
  await assert.rejects(forecastPanelOnThreads(panel, weekly, { workers: 0 }), /workers is 0/);
});

test('an empty panel needs no thread', async () => {
  assert.equal((await forecastPanelOnThreads(panelOf(), weekly)).count, 0);
});
