import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { designOf } from './design.ts';
import { writeWaves } from './fourier.ts';
import { inUnits, knownColumns } from './known-columns.ts';

const DAYS = 800;
const all = new Uint8Array(DAYS).fill(1);
const values = new Float64Array(DAYS).fill(1);

function known(columns: Record<string, (t: number) => number>) {
  return {
    names: Object.keys(columns),
    columns: Object.values(columns).map((at) => Float64Array.from({ length: DAYS }, (_, t) => at(t))),
  };
}

test('waves are cosines and sines of whole multiples of the season’s frequency, also far out', () => {
  const row = new Float64Array(32);
  for (const t of [0, 1, 1000, 99_999]) {
    writeWaves({ season: 365.25, harmonics: 16 }, t, row, 0);
    const angles = Array.from({ length: 16 }, (_, k) => (2 * Math.PI * (k + 1) * t) / 365.25);
    // 1e-10: angles of some 30,000 radians have lost five digits.
    assertClose(
      row,
      angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]),
      1e-10,
    );
  }
});

test('a long season is taken up once it was seen one and a quarter times, with no more harmonics than it can show', () => {
  const waves = (length: number, long: number): number =>
    designOf({ values: new Float64Array(length), season: 1, seasons: [long] }, all).names.filter((name) =>
      name.startsWith('cos'),
    ).length;
  assert.equal(waves(456, 365.25), 0);
  assert.equal(waves(457, 365.25), 16);
  assert.equal(waves(60, 12), 5);
  assert.equal(waves(60, 7), 3);
});

test('a dummy has size 1 where it is rare and half where it is 1 half the time, whatever its units', () => {
  const [rare, half, scaled] = knownColumns(
    known({
      rare: (t) => Number(t % 400 === 9),
      half: (t) => t % 2,
      scaled: (t) => 1e9 + 1000 * (t % 2),
    }),
    all,
  );
  // 1 %: the mean of the rare one is not quite 0.
  assert.ok(Math.abs(rare.scale - 1) < 0.01 && Math.abs(rare.activity - 1 / 400) < 1e-4);
  assertClose([half.scale, half.activity, scaled.scale / 1000], [0.5, 1, 0.5], 1e-9);
  assert.equal(inUnits(Number.NaN, half), 0);
  assert.equal(inUnits(undefined, half), 0);
});

test('columns that never move where values were observed are left out', () => {
  const odd = Uint8Array.from(all, (_, t) => t % 2);
  const columns = known({
    constant: () => 4,
    onlyWhenClosed: (t) => Number(t % 2 === 0),
    unknown: () => Number.NaN,
  });
  assert.deepEqual(knownColumns(columns, odd), []);
});

test('of the columns that are often active the four most active may act by weekday, and no more than 64 count at all', () => {
  const many = known(
    Object.fromEntries(
      Array.from({ length: 90 }, (_, k) => [`c${k}`, (t: number) => Number(t % (k + 2) === 0)]),
    ),
  );
  const { names } = designOf({ values, season: 7, known: many }, all);
  assert.equal(names.filter((name) => /^c\d+$/.test(name)).length, 64);
  const interacting = names.filter((name) => name.endsWith('× phase 0'));
  assert.deepEqual(interacting, ['c0 × phase 0', 'c1 × phase 0', 'c2 × phase 0', 'c3 × phase 0']);
});
