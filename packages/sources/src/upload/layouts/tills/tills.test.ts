import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formatDay, type SaleLine, ShelfcastError } from '@shelfcast/domain';
import { readAll, readContent } from '../../../testing/read-all.ts';
import { plainName } from '../find-column.ts';
import { tills } from './tills.ts';

/** A till's export, made by hand from its documented header with its traps, and what the ledger must get of it. */
interface Expected {
  /** order · line · product · location · day (← where goods come back) · units unit · revenue currency */
  readonly lines: readonly string[];
  readonly skipped: readonly string[];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'shopify-orders': {
    lines: [
      '#1001 · – · CHAIR-NAT · online · 2026-09-03 · 2 each · 1200.00 USD',
      '#1001 · – · Felt Pads · online · 2026-09-03 · 1 each · 34.50 USD',
      '#1002 · – · THROW-H · Main Street · 2026-09-03 · 1 each · 45.00 USD',
    ],
    skipped: ['4 not_a_product', '5 cancelled', '6 cancelled', '7 cancelled'],
  },
  'squarespace-orders': {
    lines: ['00042 · – · SQ1234567 · online · 2026-05-01 · 3 each · 60.00 GBP'],
    skipped: ['2 not_a_product', '3 cancelled'],
  },
  'square-items': {
    lines: [
      'TX1 · – · FW-1 · Main Street · 2026-03-14 · 2 each · 7.00',
      'TX2 · – · HB · Main Street · 2026-03-14 · 0.75 lb · 1013.25',
      'TX3 · – · FW-1 · Main Street · 2026-03-15 ← · -1 each · -3.50',
    ],
    skipped: ['2 not_a_product', '5 not_a_product'],
  },
  'toast-item-selections': {
    lines: [
      '600000000012345678 · 6000000000123456801 · 400000022222 · Harbor · 2026-10-08 · 2 each · 1013.00',
      // Sold at 1:40 in the morning: of the evening before.
      '600000000012345678 · 6000000000123456802 · BEER-1 · Harbor · 2026-10-08 · 1 each · 6.00',
    ],
    skipped: ['3 cancelled', '4 not_a_product'],
  },
  'lightspeed-x': {
    lines: [
      '1041 · – · MUG-1 · Front · 2026-07-01 · 2 each · 24.00',
      '1041 · – · 10023 · Front · 2026-07-01 · 1 each · 17.00',
      '1042 · – · MUG-1 · Front · 2026-07-02 ← · -1 each · -12.00',
    ],
    skipped: ['1 not_a_product', '4 not_a_product', '5 not_a_product', '7 not_a_product', '8 cancelled'],
  },
  'clover-line-items': {
    lines: [
      '5C3DMKN2P0A1B · – · HB-1 · all · 2023-12-16 · 1 each · 12.50 USD',
      '5C3DMKN2P0A1B · – · HB-1 · all · 2023-12-16 · 1 each · 12.50 USD',
      '9F3DMKN2P0A1C · – · Almonds · all · 2023-12-16 · 0.425 lb · 4.25 USD',
      '1A3DMKN2P0A1D · – · HB-1 · all · 2023-12-17 ← · -1 each · -12.50 USD',
    ],
    skipped: ['5 cancelled'],
  },
  'quickbooks-pos': {
    lines: [
      '5001 · – · 000417 · 1 · 2026-01-14 · 2 each · 24.00',
      '5001 · – · 000418 · 1 · 2026-01-14 · 1 each · 149.00',
      '5002 · – · 000417 · 1 · 2026-01-15 ← · -1 each · -12.00',
    ],
    skipped: ['3 repeated_header', '5 not_a_product', '6 not_a_product', '7 totals_row', '8 totals_row'],
  },
  'woocommerce-line-items': {
    lines: [
      '812 · 31 · CAN-R · online · 2026-02-01 · 2 each · 30.00 EUR',
      '812 · 32 · 4960 · online · 2026-02-01 · 2 each · 30.00 EUR',
      '814 · 34 · CAN-R · online · 2026-02-03 · 1 each · 15.00 EUR',
    ],
    skipped: ['3 cancelled'],
  },
  'woocommerce-items': {
    lines: ['901 · 71 · SOAP-L · online · 2026-02-01 · 3 each · 24.00 EUR'],
    skipped: ['2 cancelled'],
  },
};

const asText = (line: SaleLine) =>
  [
    line.order,
    line.line ?? '–',
    line.product,
    line.location,
    formatDay(line.soldOn) + (line.returnedOn === null ? '' : ' ←'),
    `${line.units} ${line.unit}`,
    [line.revenue, line.currency].filter((part) => part !== null).join(' '),
  ].join(' · ');

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.csv`, import.meta.url));

for (const till of tills) {
  test(`an export of ${till.name} gives the sales that it holds, and nothing of its customers`, async () => {
    const whole = await readAll(fixture(till.name), {});
    assert.equal(whole.layout, till.name);
    assert.deepEqual(whole.lines.map(asText), EXPECTED[till.name].lines);
    assert.deepEqual(
      whole.skipped.map(({ row, cause }) => `${row} ${cause.replace('upload.', '')}`),
      EXPECTED[till.name].skipped,
    );
    assert.deepEqual(whole.rejected, []);
    assert.doesNotMatch(JSON.stringify(whole), /Ann|@example|Elm St|617 555|4242/);
  });

  test(`an export of ${till.name} read on from any row gives the same rows as read at once`, async () => {
    const whole = await readAll(fixture(till.name), {});
    for (let after = 1; after < whole.rowsRead; after++) {
      const rest = await readAll(fixture(till.name), { after });
      assert.deepEqual(
        rest.lines,
        whole.lines.filter((line) => line.row > after),
      );
      assert.deepEqual(
        rest.skipped,
        whole.skipped.filter(({ row }) => row > after),
      );
    }
  });
}

test('no export bears the signature of another till', () => {
  for (const till of tills) {
    const meant = [till.columns.date, till.columns.units, till.columns.order].flat();
    const names = new Set([...till.signature, ...meant, ...till.columns.product.flat()].map(plainName));
    const others = tills.filter(
      (other) => other !== till && other.signature.every((name) => names.has(name)),
    );
    assert.deepEqual(
      others.map(({ name }) => name),
      [],
    );
  }
});

test('an export that lacks what a sale needs is refused with what is missing, and never breaks', async () => {
  for (const columns of [
    // Neither a quantity nor a price: QuickBooks lets every column be left out of a report.
    'Sales Receipt Number,Sales Receipt Type,Store Number,Cashier,Sales Receipt Date,Item Number',
    'Sales Receipt Number,Sales Receipt Type,Store Number,Cashier,Sales Receipt Date,Qty',
  ])
    await assert.rejects(readContent(`${columns}\n5001,Sales,1,Jo,1/14/2026,2\n`), (error) => {
      assert.ok(error instanceof ShelfcastError, String(error));
      assert.equal(error.kind.code, 'upload.missing_column');
      return true;
    });
});
