import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportSurvey } from '@shelfcast/contract';
import { factsAnswer, weekdayWords } from './fact-words.ts';
import { mappingOf } from './kinds.ts';

type Report = NonNullable<ImportSurvey['report']>;

/** A report of a file without sales; what the sentence doesn't say is left out. */
function report(kind: Report['kind'], facts: Partial<NonNullable<Report['facts']>>, fresh = 0): Report {
  const codes = { count: fresh, examples: [] };
  return {
    kind,
    facts: { count: 214, planned: 0, locations: 0, says: [], ...facts },
    products: { count: 214, more: false, new: codes },
    locations: { list: [], new: codes },
  } as unknown as Report;
}

const nine = Array.from({ length: 9 }, (_, i) => ({ name: `a${i}`, rows: 1 }));

test('the answer says how much there is, what is new, and what is yet to come', () => {
  for (const [of, answer] of [
    [report('products', { says: nine }, 12), '214 products with 9 attributes; 12 are new'],
    [report('products', {}, 214), '214 products; all are new'],
    [
      report('locations', { locations: 4, says: nine.slice(1, 2) }, 1),
      '4 locations with 1 attribute; 1 is new',
    ],
    [report('prices', { planned: 96 }), '214 prices and promotions of 214 products, 96 of them planned'],
    [report('prices', {}), '214 prices and promotions of 214 products, none of them planned'],
    [report('stock', { locations: 3 }), 'Stock of 214 products at 3 locations'],
    [report('hours', {}), 'Opening hours of every location, in 214 rows'],
    [report('events', { count: 1, planned: 1 }), '1 event, still to come'],
    [report('events', { count: 0 }), 'None of its rows could be used'],
  ] as const)
    assert.equal(factsAnswer(of), answer);
});

test('weekdays are named as the reader names them', () => {
  assert.equal(weekdayWords('1, 7', 'en-GB'), 'Mon, Sun');
  assert.equal(weekdayWords('6', 'de'), 'Sa');
});

test('a mapping names the chosen columns, and says of a recognised one that is not wanted that there is none', () => {
  assert.deepEqual(
    mappingOf(
      'stock',
      { product: 'sku', on_hand: 'qty' },
      { columns: { product: 'sku', location: 'where' }, date_order: 'dmy' },
    ),
    { kind: 'stock', columns: { product: 'sku', location: '', on_hand: 'qty' }, date_order: 'dmy' },
  );
  assert.deepEqual(mappingOf('sales', { product: 'was', date: 'wann', value: 'wieviel' }, {}), {
    kind: 'sales',
    product: ['was'],
    date: 'wann',
    value: 'wieviel',
    revenue: null,
    order: null,
  });
});
