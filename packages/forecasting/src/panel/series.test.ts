import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekly } from '../testing/panel-forecast.ts';
import { panelOf } from '../testing/series.ts';
import { seriesOf, sinceFirstSale } from './series.ts';

const plan = { ...weekly, horizon: 2, season: 1 };

test('a model sees its own known columns, then those it has in common with others, over history and horizon', () => {
  const panel = {
    ...panelOf([1, 2, 3], [4, 5]),
    known: { names: ['price'], columns: [Float64Array.of(10, 11, 12, 13, 14, 20, 21, 22, 23)] },
    common: {
      names: ['feast'],
      columns: [Float64Array.from({ length: 8 }, (_, t) => t)],
      starts: Uint32Array.of(1, 4),
    },
  };
  const known = [0, 1].map((i) => seriesOf(panel, i, plan).known);
  assert.deepEqual(
    known.map((own) => own?.columns.map((column) => [...column])),
    [
      [
        [10, 11, 12, 13, 14],
        [1, 2, 3, 4, 5],
      ],
      [
        [20, 21, 22, 23],
        [4, 5, 6, 7],
      ],
    ],
  );
  assert.deepEqual(known[0]?.names, ['price', 'feast']);
  assert.equal(seriesOf(panelOf([1]), 0, plan).known, undefined);
});

test('columns lose the time before the first sale together with the values', () => {
  const zeros = new Array<number>(20).fill(0);
  const column = Float64Array.from({ length: 32 }, (_, t) => t);
  const panel = {
    ...panelOf([...zeros, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    common: { names: ['day'], columns: [column], starts: Uint32Array.of(0) },
  };
  const series = sinceFirstSale(seriesOf(panel, 0, plan));
  assert.equal(series.values[0], 1);
  assert.deepEqual(series.known?.columns[0], column.subarray(20));
});
