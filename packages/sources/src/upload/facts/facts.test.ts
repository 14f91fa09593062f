import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { factText } from '../../testing/fact-text.ts';
import { readAll } from '../../testing/read-all.ts';

/** A file, made by hand from its documented header or as shops write such lists, with its traps, and what it states. */
interface Expected {
  readonly layout: string;
  /** row · what it is of · what it says */
  readonly facts: readonly string[];
  readonly skipped: readonly string[];
  readonly rejected: readonly string[];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  closures: {
    layout: 'hours/special-hours',
    facts: ['1 · 101 · 2026-12-24 to 2026-12-27 · closed', '2 · 102 · 2027-01-05 to 2027-01-05 · closed'],
    skipped: [],
    rejected: [],
  },
  events: {
    layout: 'events/event-table',
    facts: [
      '1 · Street festival · 101 · 2027-06-04 to 2027-06-06 · every year',
      '2 · Cup final · everywhere · 2027-05-22 to 2027-05-22 · once',
    ],
    skipped: [],
    rejected: ['3 event “” missing_value', '4 yearly “sometimes” not_yes_or_no'],
  },
  'lightspeed-x-products': {
    layout: 'products/lightspeed-x-products',
    facts: [
      '1 · MUG-1 · Mug · category=Kitchen · tags=gift · brand=Nordlicht · supplier=Potters Ltd · price=12.00 · cost=4.10 · active=1',
      '2 · 10023 · Tee - L / Blue · category=Clothes · brand=Hillside · price=17.00 · cost=6.00 · active=1 · size=L · color=Blue',
    ],
    skipped: [],
    rejected: [],
  },
  locations: {
    layout: 'locations/location-table',
    facts: [
      '1 · 101 · Cork Main Street · IE · country=IE · city=Cork · area_sqm=320 · type=city · opened_on=2019-04-01',
      '2 · 102 · München Ost · DE · country=Germany · region=Bavaria · city=München · area_sqm=540 · type=mall',
      '3 · 103 · Nowhere · – · country=Atlantis',
    ],
    skipped: [],
    rejected: [],
  },
  'price-list': {
    layout: 'prices/price-table',
    facts: [
      '1 · LAMP-F · everywhere · 2026-01-01 to 2026-12-31 · price=49',
      '2 · LAMP-F · everywhere · 2027-01-01 to … · price=52',
      '3 · LAMP-F · 101 · 2026-11-27 to 2026-11-30 · price=1039',
    ],
    skipped: ['5 no_value'],
    rejected: [
      '4 valid_to “2026-11-30” ends_before_it_begins',
      '6 price “-1” negative_price',
      '7 valid_from “” missing_value',
    ],
  },
  products: {
    layout: 'products/product-table',
    facts: [
      '1 · 0071 · Becher · category=Küche · subcategory=Tassen · brand=Nordlicht · cost=2,10 · price=4,50 · pack_size=12 · supplier=Töpferei Süd · aisle_no=7',
      '2 · 0072 · Krug · category=Küche · price=12,00',
    ],
    skipped: [],
    rejected: ['3 Artikelnummer “” missing_value'],
  },
  'promotion-days': {
    layout: 'prices/price-table',
    facts: [
      '1 · LAMP-F · 101 · 2026-12-24 to 2026-12-24 · promotion=1',
      '2 · LAMP-F · 101 · 2026-12-27 to 2026-12-27 · promotion=0',
      '3 · LAMP-F · 101 · 2026-12-28 to 2026-12-28 · promotion=0.2',
      '4 · LAMP-F · 101 · 2026-12-29 to 2026-12-29 · promotion=1',
    ],
    skipped: [],
    rejected: [],
  },
  promotions: {
    layout: 'prices/price-table',
    facts: [
      '1 · LAMP-F · 101 · 2027-03-25 to 2027-04-10 · promotion=0.25',
      '2 · LAMP-F · everywhere · 2028-05-01 to 2028-05-07 · promotion=1',
      '3 · THR-S-O · everywhere · 2027-05-01 to 2027-05-07 · price=36 · promotion=0.2',
      '4 · THR-S-O · everywhere · 2027-05-08 to 2027-05-14 · price=45 · promotion=0',
    ],
    skipped: [],
    rejected: ['5 von “01.05.2031” implausible_date'],
  },
  'shopify-inventory-all': {
    layout: 'stock/shopify-inventory',
    facts: ['1 · LAMP-F · Felt Lamp · Main Street · 2026-11-22 · 12 · –'],
    skipped: ['2 not_stocked'],
    rejected: [],
  },
  'shopify-inventory': {
    layout: 'stock/shopify-inventory',
    facts: [
      '1 · LAMP-F · Felt Lamp · Main Street · 2026-11-22 · 12 · –',
      '3 · Wool Throw - Large / Oat · Wool Throw - Large / Oat · Main Street · 2026-11-22 · -1 · –',
      '4 · Wool Throw - Large / Oat · Wool Throw - Large / Oat · Harbour 2 · 2026-11-22 · 0 · –',
    ],
    skipped: ['2 not_stocked', '6 no_value'],
    rejected: ['5 On hand “many” not_a_number'],
  },
  'shopify-products-2025': {
    layout: 'products/shopify-products',
    facts: [
      '1 · SHIRT-M · Linen Shirt - M / Linen · vendor=Hillside · category=Apparel · type=Shirts · tags=summer · price=39.00 · cost=14.00 · stock=7 · weight_grams=220 · status=Active · size=M · material=Linen',
      '2 · SHIRT-L · Linen Shirt - L / Linen · vendor=Hillside · category=Apparel · type=Shirts · tags=summer · price=39.00 · cost=14.00 · stock=0 · weight_grams=240 · status=Active · size=L · material=Linen',
    ],
    skipped: [],
    rejected: [],
  },
  'shopify-products': {
    layout: 'products/shopify-products',
    facts: [
      '1 · LAMP-F · Felt Lamp · vendor=Nordlicht · category=Home & Garden > Lighting · type=Lamps · tags=felt, winter · price=49.00 · compare_at_price=59.00 · cost=21.50 · stock=12 · weight_grams=850 · barcode=4006381333931 · status=active',
      '3 · THR-S-O · Wool Throw - Small / Oat · vendor=Hillside · type=Throws · tags=winter · price=45.00 · stock=3 · weight_grams=900 · status=active · size=Small · color=Oat',
      '4 · Wool Throw - Large / Oat · Wool Throw - Large / Oat · vendor=Hillside · type=Throws · tags=winter · price=65.00 · stock=-1 · weight_grams=1400 · status=active · size=Large · color=Oat',
    ],
    skipped: ['2 no_value', '5 not_a_product'],
    rejected: [],
  },
  'special-days': {
    layout: 'hours/special-hours',
    facts: [
      '1 · 101 · 2026-12-24 to 2026-12-24 · 09:00 to 13:00',
      '2 · everywhere · 2026-12-25 to 2026-12-25 · closed',
    ],
    skipped: ['4 no_value'],
    rejected: ['3 opens “half past nine” invalid_time'],
  },
  'square-library': {
    layout: 'products/square-library',
    facts: [
      '1 · FW-1 · Flat White · category=Coffee · type=Prepared food and beverage · price=3.50 · cost=0.80',
      '2 · 05012345678900 · Filter Coffee - 12 oz · category=Coffee · type=Prepared food and beverage · price=3.00 · barcode=05012345678900 · vendor=Roastery Ltd · cost=0.60 · size=12 oz',
    ],
    skipped: [],
    rejected: [],
  },
  'stock-days': {
    layout: 'stock/stock-table',
    facts: [
      '1 · 0071 · Becher · 101 · 2026-11-20 · 1049.5 · –',
      '2 · 0071 · Becher · 101 · 2026-11-21 · 0 · –',
      '3 · 0072 · Krug · 101 · 2026-11-21 · -2 · –',
    ],
    skipped: ['4 no_value'],
    rejected: ['5 Stichtag “25.12.2026” implausible_date', '6 Filiale “” missing_value'],
  },
  'stock-outs': {
    layout: 'stock/stock-table',
    facts: [
      '1 · LAMP-F · – · 101 · 2026-11-02 to 2026-11-05 · – · out',
      '2 · LAMP-F · – · 102 · 2026-11-18 to 2026-11-22 · – · out',
    ],
    skipped: [],
    rejected: ['3 out_of_stock_to “2026-10-17” ends_before_it_begins'],
  },
  'stock-today': {
    layout: 'stock/stock-table',
    facts: [
      '1 · LAMP-F · Felt Lamp · all · 2026-11-22 · 12 · in stock',
      '2 · THR-S-O · Wool Throw, small · all · 2026-11-22 · – · out',
    ],
    skipped: [],
    rejected: ['3 Availability “perhaps” not_yes_or_no'],
  },
  week: {
    layout: 'hours/weekday-hours',
    facts: [
      '1 · 101 · weekday 1 … to … · 09:00 to 18:00',
      '2 · 101 · weekday 2 … to … · 09:00 to 18:00',
      '3 · 101 · weekday 3 … to … · 09:00 to 18:00',
      '4 · 101 · weekday 4 … to … · 09:00 to 18:00',
      '5 · 101 · weekday 5 … to … · 09:00 to 20:00',
      '6 · 101 · weekday 6 … to … · 10:00 to 14:00',
      '7 · 101 · weekday 7 … to … · closed',
      '8 · 102 · weekday 1 … to … · 09:00 to 17:30',
      '9 · 102 · weekday 2 … to … · 09:00 to 17:30',
      '10 · 102 · weekday 3 … to … · 09:00 to 17:30',
      '12 · 102 · weekday 5 … to … · 22:00 to 02:00',
      '13 · 102 · weekday 6 … to … · 00:00 to 24:00',
    ],
    skipped: ['11 no_value'],
    rejected: ['14 hours “25:00–26:00” invalid_time'],
  },
  'weekday-pairs': {
    layout: 'hours/weekday-hours',
    facts: [
      '1 · 101 · weekday 1 … to … · 09:00 to 18:00',
      '2 · 101 · weekday 2 … to … · 09:00 to 18:00',
      '3 · 101 · weekday 3 … to … · closed',
    ],
    skipped: ['4 no_value'],
    rejected: ['5 hours “9:00 AM” invalid_time'],
  },
  weekdays: {
    layout: 'hours/weekday-hours',
    facts: [
      '1 · 101 · weekday 12345 2026-01-01 to … · 09:00 to 18:00',
      '2 · 101 · weekday 6 … to … · 10:00 to 14:00',
      '3 · 101 · weekday 7 … to … · closed',
    ],
    skipped: [],
    rejected: ['4 weekday “Funday” unknown_weekday'],
  },
  'woocommerce-products': {
    layout: 'products/woocommerce-products',
    facts: [
      '1 · CAN · Canvas Bag · category=Bags · tags=summer · brand=Hillside · active=1 · color=Red, Blue',
      '2 · CAN-R · Canvas Bag - Red · price=15.00 · stock=14 · weight_kg=0.4 · barcode=4006381333948 · active=1 · color=Red',
      '3 · 4960 · Canvas Bag - Blue · price=15.00 · stock=0 · weight_kg=0.4 · active=1 · color=Blue',
    ],
    skipped: [],
    rejected: [],
  },
};

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

test('every fixture has its expected facts', () => {
  assert.deepEqual(
    readdirSync(folder).sort(),
    Object.keys(EXPECTED)
      .map((name) => `${name}.csv`)
      .sort(),
  );
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name}.csv states what stands in it, every row accounted for, and nothing about people`, async () => {
    const whole = await readAll(`${folder}${name}.csv`);
    assert.equal(`${whole.kind}/${whole.layout}`, expected.layout);
    assert.deepEqual(whole.facts.map(factText), expected.facts);
    assert.deepEqual(
      whole.skipped.map(({ row, cause }) => `${row} ${cause.replace('upload.', '')}`),
      expected.skipped,
    );
    assert.deepEqual(
      whole.rejected.map(
        ({ row, field, value, cause }) => `${row} ${field} “${value}” ${cause.replace('upload.', '')}`,
      ),
      expected.rejected,
    );
    assert.equal(whole.rowsRead, whole.facts.length + whole.skipped.length + whole.rejected.length);
    assert.ok(whole.rejected.every(({ remedy }) => remedy !== 'Correct the value.'));
    assert.doesNotMatch(JSON.stringify(whole), /Ann|Elm St|617 555|T12|<p>/);
  });

  test(`${name}.csv read on from any row gives the same facts as read at once`, async () => {
    const whole = await readAll(`${folder}${name}.csv`);
    for (let after = 1; after < whole.rowsRead; after++) {
      const rest = await readAll(`${folder}${name}.csv`, { after });
      assert.deepEqual(
        rest.facts,
        whole.facts.filter(({ row }) => row > after),
      );
      assert.equal(rest.rowsRead, whole.rowsRead);
    }
  });
}
