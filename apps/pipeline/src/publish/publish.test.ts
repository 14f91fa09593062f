import assert from 'node:assert/strict';
import test from 'node:test';
import { RESULT_VERSION, type ScoreLine, type SeriesDetail } from '@shelfcast/shards';
import type { DoneResult } from '../forecast/forecast-shards.ts';
import { attentionOf } from './attention.ts';
import { runAccuracy } from './run-accuracy.ts';

const score = (more: Partial<ScoreLine>): ScoreLine => ({
  model: 'ses',
  wape: 0.4,
  rmsse: 1,
  mae: 1,
  bias: 0,
  coverage80: 0.8,
  naive: false,
  ...more,
});
const detail = (more: Partial<SeriesDetail>): SeriesDetail => ({
  model: 'ses',
  reason: 'best-in-backtest',
  scores: [],
  failures: [],
  totalLastHorizon: 20,
  totalLastYear: null,
  past: null,
  ...more,
});

test('attention is drawn to change by half, large errors and bias, and to what cannot be judged', () => {
  const cases: [number, Partial<SeriesDetail>, Partial<ScoreLine>, string[]][] = [
    [20, {}, {}, []],
    [30, {}, {}, ['rising']],
    [10, {}, {}, ['falling']],
    [29, {}, {}, []],
    [20, {}, { wape: 1.2 }, ['inaccurate']],
    [20, {}, { bias: -0.5 }, ['biased']],
    [20, { reason: 'history-too-short' }, {}, ['short-history']],
    [20, { reason: 'stand-in' }, {}, ['stand-in']],
    [0, { totalLastHorizon: 0 }, {}, ['no-recent-sales']],
    [20, { totalLastHorizon: null }, {}, []],
  ];
  for (const [mean, about, of, expected] of cases) {
    assert.deepEqual(
      attentionOf(mean, detail(about), score(of)),
      expected,
      JSON.stringify([mean, about, of]),
    );
  }
});

test('changes of a few units are nobody’s business', () => {
  assert.deepEqual(attentionOf(4, detail({ totalLastHorizon: 1 }), score({ wape: 3, bias: 2 })), []);
});

test('a run’s accuracy is the ratio of sums over its shards, upper levels by themselves', () => {
  const done = (level: DoneResult['level'], error: number, inside: number): DoneResult => ({
    version: RESULT_VERSION,
    run: 1,
    shard: 0,
    attempt: 1,
    state: 'done',
    level,
    series: 2,
    checksum: '',
    counts: {
      models: { ses: 2 },
      reasons: { 'naive-won': 1, 'best-in-backtest': 1 },
      failures: { 'not-finite': 1 },
    },
    holdout: {
      series: 2,
      observations: 10,
      absoluteError: error,
      error: -error / 2,
      actual: 50,
      naiveAbsoluteError: 30,
      inside: { '0.8': inside },
    },
  });
  const { accuracy, failures } = runAccuracy([
    done('series', 10, 7),
    done('series', 20, 9),
    done('total', 1, 10),
  ]);
  assert.deepEqual(accuracy, {
    series: 4,
    observations: 20,
    wape: 0.3,
    naiveWape: 0.6,
    skill: 0.5,
    bias: -0.15,
    coverage: { '0.8': 0.8 },
    models: { ses: 4 },
    reasons: { 'naive-won': 2, 'best-in-backtest': 2 },
    naiveWon: 2,
    levels: {
      series: { series: 4, wape: 0.3, naiveWape: 0.6 },
      location: { series: 0, wape: null, naiveWape: null },
      total: { series: 2, wape: 0.02, naiveWape: 0.6 },
    },
  });
  assert.deepEqual(failures, { 'not-finite': 2 });
});

test('where nothing could be measured the rates are null, never zero', () => {
  const { accuracy } = runAccuracy([]);
  assert.deepEqual(
    [accuracy.wape, accuracy.naiveWape, accuracy.skill, accuracy.bias],
    [null, null, null, null],
  );
});
