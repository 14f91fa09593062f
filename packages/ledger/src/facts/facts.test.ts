import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parseDay, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { parsePlace } from '@shelfcast/domain/calendar';
import {
  driverNames,
  type PricePeriod,
  readCalendar,
  readClosures,
  readPricesForRun,
  readRunCalendar,
  readSeries,
  readStockOutsForRun,
  type StockOut,
  undoImport,
  writeCalendar,
} from '../index.ts';
import { bringFacts, type Stated } from '../testing/fact-upload.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const day = (text: string) => parseDay(text)!;
const undo = (till: Till, importId: number) => undoImport(till.database, till.tenant, importId);

async function all<T>(
  till: Till,
  read: (tx: never) => AsyncIterable<T[]>,
  tenant = till.tenant,
): Promise<T[]> {
  return till.database.withTenant(tenant, async (tx) => {
    const rows: T[] = [];
    for await (const batch of read(tx as never)) rows.push(...batch);
    return rows;
  });
}

const product = (code: string, name: string | null, attributes: Record<string, string> = {}): Stated => ({
  kind: 'product',
  product: code,
  name,
  attributes,
});

async function products(till: Till): Promise<unknown[]> {
  const rows = await till.query<{ code: string; name: string | null; attributes: object }>(
    'SELECT code, name, attributes FROM shelfcast.product ORDER BY code',
  );
  return rows.map(({ code, name, attributes }) => [code, name, attributes]);
}

test('what a file leaves out of a product stays as it was, attribute by attribute, and undo restores what held before', async () => {
  await using till = await openTill();
  await till.bring('date,item,description,units\n2025-01-01,a,By the till,1\n');
  const first = await bringFacts(till, [
    product('a', 'Lamp', { category: 'light', vendor: 'Ada' }),
    product('b', 'Jar'),
    product('a', null, { vendor: 'Bob' }),
  ]);
  assert.deepEqual([first.state, first.kind, first.rows_loaded], ['committed', 'products', 3]);
  const held = [
    ['a', 'Lamp', { category: 'light', vendor: 'Bob' }],
    ['b', 'Jar', {}],
  ];
  assert.deepEqual(await products(till), held);
  const second = await bringFacts(till, [product('a', null, { category: 'lamps' })]);
  assert.deepEqual((await products(till))[0], ['a', 'Lamp', { category: 'lamps', vendor: 'Bob' }]);
  await undo(till, second.import_id);
  assert.deepEqual(await products(till), held);
  await undo(till, first.import_id);
  assert.deepEqual(await products(till), [
    ['a', 'By the till', {}],
    ['b', null, {}],
  ]);
});

test('the same bytes again change nothing, unless another file of the kind came in between', async () => {
  await using till = await openTill();
  const lamp = [product('a', 'Lamp')];
  const first = await bringFacts(till, lamp);
  const again = await bringFacts(till, lamp);
  assert.deepEqual([again.state, again.same_as, again.kind], ['unchanged', first.import_id, 'products']);
  await bringFacts(till, [product('a', 'Light')]);
  assert.equal((await bringFacts(till, lamp)).state, 'committed');
  assert.deepEqual(await products(till), [['a', 'Lamp', {}]]);
});

test('products in stock or with a price that never sold are known, and are no series', async () => {
  await using till = await openTill();
  await bringFacts(till, [
    {
      kind: 'stock',
      product: 'a',
      productName: 'Lamp',
      location: 'n',
      day: day('2025-01-01'),
      onHand: 3,
      out: null,
    },
  ]);
  await bringFacts(till, [
    { kind: 'price', product: 'b', location: 'n', from: day('2025-01-01'), to: null, drivers: { price: 9 } },
  ]);
  assert.deepEqual(await products(till), [
    ['a', 'Lamp', {}],
    ['b', null, {}],
  ]);
  assert.deepEqual(await all(till, readSeries), []);
});

const SALES = 'date,store,item,units\n2025-01-01,n,a,1\n2025-01-01,s,a,1\n2025-01-05,s,b,1\n';
const stock = (on: string, onHand: number | null, out: boolean | null = null, until?: string): Stated => ({
  kind: 'stock',
  product: 'a',
  productName: null,
  location: 'n',
  day: day(on),
  onHand,
  out,
  ...(until && { until: day(until) }),
});
const stockOuts = async (till: Till, tenant = till.tenant) =>
  (await all<StockOut>(till, (tx) => readStockOutsForRun(tx, day('2025-01-31')), tenant)).map(
    (row) => `${formatDay(row.day)}${row.said ? ' said' : ''}`,
  );

test('out of stock is what a file says, or else a day that ends with nothing on hand', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  await bringFacts(till, [
    stock('2025-01-01', 0),
    stock('2025-01-02', 5, true),
    stock('2025-01-03', -2, false),
    stock('2025-01-04', -1),
    stock('2025-01-05', 4),
  ]);
  assert.deepEqual(await stockOuts(till), ['2025-01-01', '2025-01-02 said', '2025-01-04']);
  assert.deepEqual(await stockOuts(till, till.stranger), []);
});

test('of stock files that speak of a day the latest holds, also inside a longer stock-out, and undo restores', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  await bringFacts(till, [stock('2025-01-03', null, true, '2025-01-06')]);
  const four = ['2025-01-03 said', '2025-01-04 said', '2025-01-05 said', '2025-01-06 said'];
  assert.deepEqual(await stockOuts(till), four);
  const later = await bringFacts(till, [stock('2025-01-04', 7), stock('2025-01-09', 0)]);
  assert.deepEqual(await stockOuts(till), [four[0], four[2], four[3], '2025-01-09']);
  await undo(till, later.import_id);
  assert.deepEqual(await stockOuts(till), four);
  assert.deepEqual([later.first_sold_on, later.last_sold_on], ['2025-01-04', '2025-01-09']);
});

test('prices come so that the one that holds comes last: the later import, the location, the later beginning', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  const price = (price: number, from: string, location: string | null = null, to?: string): Stated => ({
    kind: 'price',
    product: 'a',
    location,
    from: day(from),
    to: to === undefined ? null : day(to),
    drivers: { price },
  });
  await bringFacts(till, [
    price(8, '2025-01-10', null, '2025-01-12'),
    price(9, '2025-01-01', 'n'),
    price(10, '2025-01-01'),
  ]);
  const later = await bringFacts(till, [price(7, '2024-12-01')]);
  const rows = await all<PricePeriod>(till, readPricesForRun);
  const bySeries = [...Map.groupBy(rows, (row) => row.series_id).values()];
  assert.deepEqual(
    bySeries.map((periods) => periods.map(({ drivers }) => drivers.price)),
    [
      [10, 8, 9, 7],
      [10, 8, 7],
    ],
  );
  assert.deepEqual(await till.database.withTenant(till.tenant, driverNames), ['price']);
  assert.deepEqual(await all(till, readPricesForRun, till.stranger), []);
  await undo(till, later.import_id);
  assert.equal((await all(till, readPricesForRun)).length, 5);
});

test('a location gets its name and place by file; a place chosen by hand goes before it', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  const row = await bringFacts(till, [
    { kind: 'location', location: 'n', name: 'North', place: 'DE-BY', attributes: { size: 'big' } },
    { kind: 'location', location: 's', name: null, place: 'GB', attributes: {} },
  ]);
  const state = async () => {
    const { places } = await till.database.withTenant(till.tenant, readCalendar);
    const rows = await till.query<{ code: string; name: string | null; location_id: number }>(
      'SELECT code, name, location_id FROM shelfcast.location ORDER BY code',
    );
    return rows.map(({ code, name, location_id }) => [code, name, places.get(location_id)]);
  };
  assert.deepEqual(await state(), [
    ['n', 'North', 'DE-BY'],
    ['s', null, 'GB'],
  ]);
  const [{ location_id: north }, { location_id: south }] = await till.query<{ location_id: number }>(
    'SELECT location_id FROM shelfcast.location ORDER BY code',
  );
  // The calendar is saved whole, as it was shown, with one place changed: only that one is a choice.
  await till.database.withTenant(till.tenant, (tx) =>
    writeCalendar(tx, {
      place: null,
      places: new Map([
        [north, parsePlace('FR')!],
        [south, parsePlace('GB')!],
      ]),
      events: [],
    }),
  );
  await undo(till, row.import_id);
  assert.deepEqual(await state(), [
    ['n', null, 'FR'],
    ['s', null, undefined],
  ]);
});

const hours = (fact: Partial<Extract<Stated, { kind: 'hours' }>>): Stated => ({
  kind: 'hours',
  location: null,
  weekday: null,
  from: null,
  to: null,
  closed: true,
  opens: null,
  closes: null,
  ...fact,
});
/** The first days of January 2025 on which each location is closed, and how often in the year. */
async function closed(till: Till): Promise<Record<string, string>> {
  const codes = await till.query<{ location_id: number; code: string }>(
    'SELECT location_id, code FROM shelfcast.location ORDER BY code',
  );
  const rows = await all(till, readClosures);
  return Object.fromEntries(
    codes.map(({ location_id, code }) => {
      const days = rows.filter((row) => row.location_id === location_id);
      const january = days.filter((row) => row.closed_on <= day('2025-01-10'));
      const kinds = [...new Set(days.map((row) => row.kind))].join();
      const year = days.filter((row) => row.closed_on <= day('2025-12-31')).length;
      const listed = january.map((row) => formatDay(row.closed_on).slice(8)).join(' ');
      return [code, `${listed} ${kinds} ${year}`];
    }),
  );
}

test('closed weekdays and named days become stated closures, past and ahead, unless something was sold', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  // 5 January 2025 is a Sunday, and the South sold something on it.
  const habit = await bringFacts(till, [
    hours({ weekday: 6, weekdays: [6, 7] }),
    hours({ location: 'n', weekday: 6, closed: false }),
  ]);
  assert.deepEqual(await closed(till), { n: '05 stated 52', s: '04 stated 103' });
  await bringFacts(till, [hours({ from: day('2025-01-02'), to: day('2025-01-03') })]);
  assert.deepEqual(await closed(till), { n: '02 03 05 stated 54', s: '02 03 04 stated 105' });
  await undo(till, habit.import_id);
  assert.deepEqual(await closed(till), { n: '02 03 stated 2', s: '02 03 stated 2' });
});

test('opening hours that came before the first sale hold as soon as there are sales', async () => {
  await using till = await openTill();
  await bringFacts(till, [hours({ location: 'n', weekday: 7 })]);
  await till.bring(SALES);
  assert.deepEqual(await closed(till), { n: '05 stated 52', s: '  0' });
});

test('events of files stand beside those entered by hand, for runs alone', async () => {
  await using till = await openTill();
  await till.bring(SALES);
  const event = (name: string, location: string | null): Stated => ({
    kind: 'event',
    name,
    location,
    from: day('2025-05-01'),
    to: day('2025-05-02'),
    yearly: true,
  });
  const row = await bringFacts(till, [event('Fair', null), event('Market', 'n'), event('Market', 's')]);
  const eventsOf = async (read: typeof readCalendar, tenant = till.tenant) =>
    (await till.database.withTenant(tenant, read)).events.map(({ name, locations }) => [
      name,
      locations?.length ?? 'all',
    ]);
  assert.deepEqual(await eventsOf(readRunCalendar), [
    ['Fair', 'all'],
    ['Market', 2],
  ]);
  assert.deepEqual([await eventsOf(readCalendar), await eventsOf(readRunCalendar, till.stranger)], [[], []]);
  await undo(till, row.import_id);
  assert.deepEqual(await eventsOf(readRunCalendar), []);
});

test('a file of facts that turns out to be broken leaves nothing behind', async () => {
  await using till = await openTill();
  const broken = new ShelfcastError(uploadErrors.unclosed_quote, {
    detail: 'It ends within a row.',
    remedy: 'Export it again.',
  });
  const row = await bringFacts(
    till,
    [product('a', 'Lamp'), product('b', 'Jar'), product('c', 'Tin')],
    broken,
  );
  assert.equal(row.state, 'failed');
  assert.deepEqual(await till.query('SELECT FROM shelfcast.product_fact'), []);
  assert.deepEqual((await products(till))[0], ['a', null, {}]);
});
