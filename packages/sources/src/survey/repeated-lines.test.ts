import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaleLine } from '@shelfcast/domain';
import fc from 'fast-check';
import { RepeatedLines } from './repeated-lines.ts';

const line = (order: string | null, product: string, units: number, revenue: string | null): SaleLine => ({
  row: 1,
  order,
  line: null,
  product,
  productName: null,
  location: 'all',
  soldOn: 20_000,
  returnedOn: null,
  units,
  unit: 'each',
  revenue,
  currency: null,
  drivers: null,
  closed: false,
});

test('a line is repeated where its order has had its equal, in orders short and long', () => {
  const order = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: -3, max: 6 }),
      fc.constantFrom(null, '1', '1.0'),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(fc.array(order, { maxLength: 4 }), (orders) => {
      const repeated = new RepeatedLines();
      let expected = 0;
      orders.forEach((lines, number) => {
        for (const of of lines) repeated.add(line(`o${number}`, ...of));
        expected += lines.length - new Set(lines.map((of) => JSON.stringify(of))).size;
      });
      assert.equal(repeated.count, expected);
    }),
  );
});

test('lines without an order, or with a number of their own, are never repeated', () => {
  const repeated = new RepeatedLines();
  for (let i = 0; i < 3; i++) {
    repeated.add(line(null, 'a', 1, '1'));
    repeated.add({ ...line('o', 'a', 1, '1'), line: String(i) });
  }
  assert.equal(repeated.count, 0);
});
