import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSalesOptions } from './sales-options.ts';
import { UsageError } from './usage-error.ts';

const needed = ['sales.csv', '--id', 'item,store', '--date', 'date', '--value', 'units', '--horizon', '28'];
const read = (...more: string[]) =>
  readSalesOptions([...needed, ...more], 'forecast', { output: 'text' }).options;

function refuses(args: readonly string[], says: RegExp, remedy: RegExp): void {
  assert.throws(
    () => readSalesOptions(args, 'forecast', { output: 'text' }),
    (error) => error instanceof UsageError && says.test(error.message) && remedy.test(error.remedy),
  );
}

test('what isn’t given has its usual value', () => {
  const options = read();
  assert.deepEqual(options.ids, ['item', 'store']);
  assert.deepEqual(options.quantiles, [0.1, 0.5, 0.9]);
  assert.deepEqual(
    [options.models, options.missing, options.end, options.frequency, options.seasons, options.origins],
    ['auto', 'zero', 'series', undefined, undefined, 3],
  );
});

test('lists may be repeated or separated by commas; quantiles are put in order', () => {
  assert.deepEqual(read('--known', 'price', '--known', 'promo, snow').known, ['price', 'promo', 'snow']);
  assert.deepEqual(read('--quantiles=0.9,0.1,0.9').quantiles, [0.1, 0.9]);
  assert.deepEqual(read('--models', 'ses,mean(ses,mstl(theta)),tsb', '--models', 'naive').models, [
    'ses',
    'mean(ses,mstl(theta))',
    'tsb',
    'naive',
  ]);
});

test('a misspelt option is refused with the one that was meant', () => {
  refuses([...needed, '--horzion', '7'], /no option --horzion/, /--horizon/);
  refuses([...needed, '--colour'], /no option --colour/, /--help/);
});

test('an option without its value is refused', () => {
  refuses(['sales.csv', '--id', '--date', 'date'], /--id needs a value/, /--help/);
  refuses([...needed, '--season'], /--season needs a value/, /--help/);
});

test('what can’t be is refused: values, models, files, repetitions', () => {
  refuses([...needed, '--season', '0'], /--season is "0"/, /from 1 to/);
  refuses([...needed, '--frequency', 'H'], /--frequency is "H"/, /D, W, M/);
  refuses([...needed, '--quantiles', '0.1,90'], /"90"/, /between 0 and 1/);
  refuses([...needed, '--models', 'tbs'], /no model "tbs"/, /Did you mean tsb\?/);
  refuses([...needed, '--models', 'mean(ses)'], /no model "mean\(ses\)"/, /mean\(…\)/);
  refuses([...needed, 'other.csv'], /2 files/, /quotes/);
  refuses([...needed, '--date', 'day'], /twice/, /Keep one/);
  refuses(needed.slice(0, -2), /--horizon is missing/, /--horizon 28/);
});
