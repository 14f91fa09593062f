import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { type Duck, openDuck } from '../duck/open-duck.ts';
import { readLabels } from '../labels/read-labels.ts';
import { writeLabels } from '../labels/write-labels.ts';
import { forecastsChecksum } from './checksum.ts';
import { exportCsv } from './export-csv.ts';
import { readForecasts } from './read-forecasts.ts';
import { readResultObject } from './read-result-object.ts';
import type { SeriesDetail, ShardForecasts } from './result.ts';
import { writeExport } from './write-export.ts';
import { writeForecasts } from './write-forecasts.ts';

let folder: string;
let duck: Duck;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-'));
  duck = await openDuck();
});
after(async () => {
  await duck[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const detail = (model: string): SeriesDetail => ({
  model,
  reason: 'best-in-backtest',
  scores: [{ model, wape: 0.3, rmsse: null, mae: 1, bias: -0.1, coverage80: 0.8, naive: false }],
  failures: [],
  totalLastHorizon: 12,
  totalLastYear: null,
  past: null,
});

const forecasts = (keys: number[]): ShardForecasts => ({
  keys: Float64Array.from(keys),
  horizon: 2,
  quantiles: [0.05, 0.5],
  mean: Float64Array.from({ length: keys.length * 2 }, (_, i) => i + 0.25),
  quantileValues: Float64Array.from({ length: keys.length * 4 }, (_, i) => i / 8),
  closed: Uint8Array.from({ length: keys.length * 2 }, (_, i) => i % 2),
  totalMean: Float64Array.from(keys, (key) => key * 2),
  totalQuantiles: Float64Array.from({ length: keys.length * 2 }, (_, i) => i),
  details: keys.map(() => detail('ses')),
});

const paths = (name: string) => ({
  forecasts: join(folder, `${name}.parquet`),
  series: join(folder, `${name}.series.parquet`),
  labels: join(folder, `${name}.labels.parquet`),
});
const facts = (part: ShardForecasts) => ({
  series: part.keys.length,
  horizon: 2,
  quantiles: part.quantiles,
  checksum: forecastsChecksum(part),
});

test('forecasts are read as they were written', async () => {
  const part = forecasts([3, 8, 900]);
  await writeForecasts(duck, paths('a'), part, 'D', 15_000);
  assert.deepEqual(await readForecasts(duck, paths('a'), facts(part)), part);
});

test('a result with another checksum is refused', async () => {
  const part = forecasts([3]);
  await writeForecasts(duck, paths('b'), part, 'D', 15_000);
  await assert.rejects(readForecasts(duck, paths('b'), { ...facts(part), checksum: '00' }), /checksum/);
  await assert.rejects(readForecasts(duck, paths('b'), { ...facts(part), series: 2 }), /damaged/);
});

test('labels keep commas, quotes, emoji and what has no name', async () => {
  const labels = [
    {
      key: 1,
      product: { code: 'a,"b"', name: '☕️' },
      location: { location: 7, code: 'N', name: null },
      unit: 'kg',
      expectedClosed: [],
    },
    {
      key: 2,
      product: null,
      location: null,
      unit: 'each',
      expectedClosed: [{ step: 3, because: "New Year's Day" }],
    },
  ];
  await writeLabels(duck, paths('c').labels, labels);
  assert.deepEqual(await readLabels(duck, paths('c').labels), labels);
});

test('an export holds each forecast of each part once, named as the retailer names it', async () => {
  const names = ['d', 'e'];
  for (const [i, name] of names.entries()) {
    const part = forecasts([i + 1]);
    await writeForecasts(duck, paths(name), part, 'W', 2_000);
    const product = { code: `P${i}`, name: 'Tea, "green"' };
    await writeLabels(duck, paths(name).labels, [
      {
        key: i + 1,
        product,
        location: { location: 1, code: 'N', name: null },
        unit: 'each',
        expectedClosed: [],
      },
    ]);
  }
  const parquet = join(folder, 'export.parquet');
  await writeExport(duck, parquet, names.map(paths), [0.05, 0.5]);
  await exportCsv(duck, parquet, join(folder, 'export.csv'));
  assert.equal(
    await readFile(join(folder, 'export.csv'), 'utf8'),
    [
      'series,product,product_name,location,location_name,date,model,mean,q0.05,q0.5',
      '1,P0,"Tea, ""green""",N,,2008-04-28,ses,0.25,0.0,0.125',
      '1,P0,"Tea, ""green""",N,,2008-05-05,ses,1.25,0.25,0.375',
      '2,P1,"Tea, ""green""",N,,2008-04-28,ses,0.25,0.0,0.125',
      '2,P1,"Tea, ""green""",N,,2008-05-05,ses,1.25,0.25,0.375',
      '',
    ].join('\n'),
  );
});

test('what is no result object counts as no attempt', () => {
  assert.equal(readResultObject('{"version":1,"state":"do'), undefined);
  assert.equal(readResultObject('{"version":9,"state":"done"}'), undefined);
  assert.equal(readResultObject('null'), undefined);
});
