import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parseDay, weekday } from '@shelfcast/domain';
import {
  type Finding,
  type FindingKind,
  type HealthReport,
  readDataHealth,
  refreshDataHealth,
  undoImport,
  writeCalendar,
} from '../index.ts';
import { bringFacts, type Stated } from '../testing/fact-upload.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const FIRST = parseDay('2024-01-01')!;
const DAYS = 120;
const SUNDAY = 6;

interface Shop {
  readonly location: string;
  readonly item?: string;
  /** Units on the day of this number, 0 … 119; undefined: nothing at all. */
  readonly units: (day: number) => number | undefined;
  readonly days?: number;
}

function csv(shops: readonly Shop[]): string {
  const lines = ['date,store,item,units'];
  for (const { location, item = 'tea', units, days = DAYS } of shops)
    for (let i = 0; i < days; i++) {
      const sold = units(i);
      if (sold !== undefined) lines.push(`${formatDay(FIRST + i)},${location},${item},${sold}`);
    }
  return `${lines.join('\n')}\n`;
}

async function reportOf(till: Till): Promise<HealthReport> {
  await refreshDataHealth(till.database, till.tenant);
  const { report } = await till.database.withTenant(till.tenant, readDataHealth);
  assert.ok(report);
  return report;
}

const stock = (
  day: number,
  until: number | null,
  onHand: number | null,
  out: boolean | null = null,
): Stated => ({
  kind: 'stock',
  product: 'tea',
  productName: null,
  location: 'north',
  day,
  ...(until !== null && { until }),
  onHand,
  out,
});
const finding = (report: HealthReport, kind: FindingKind): Finding | undefined =>
  report.findings.find((one) => one.kind === kind);
const steady = (day: number) => 5 + (day % 3);

test('a location whose sales end early is behind by its open days, and its strip shows them', async () => {
  await using till = await openTill();
  const notSundays = (day: number) => (weekday(FIRST + day) === SUNDAY ? undefined : 6);
  await till.bring(
    csv([
      { location: 'north', units: steady },
      { location: 'south', units: notSundays, days: DAYS - 10 },
    ]),
  );
  const report = await reportOf(till);
  const behind = finding(report, 'locations-behind');
  // Ten days behind, of which Sundays are none of its days.
  const sundays = Array.from({ length: 10 }, (_, i) => weekday(FIRST + DAYS - 10 + i)).filter(
    (d) => d === SUNDAY,
  );
  const [example] = behind?.examples ?? [];
  assert.deepEqual(
    [behind?.severity, behind?.count, behind?.of, behind?.days, example.location?.code],
    ['act', 1, 2, 10 - sundays.length, 'south'],
  );
  assert.equal(Math.round(behind!.units), 6 * (10 - sundays.length));
  const [south, north] = report.locations;
  assert.equal(south.code, 'south');
  assert.match(south.strip, /^[sc]+[nc]{10}$/);
  assert.equal(north.strip, 's'.repeat(56));
  assert.equal(north.coverage, 1);
});

test('a hole of months in a steady location is a gap, not a habit of selling seldom', async () => {
  await using till = await openTill();
  const renovated = (day: number) => (day >= 40 && day < 90 ? undefined : steady(day));
  await till.bring(
    csv([
      { location: 'north', units: steady },
      { location: 'south', units: renovated },
    ]),
  );
  const report = await reportOf(till);
  assert.equal(finding(report, 'low-coverage'), undefined);
  assert.deepEqual(
    finding(report, 'gaps')?.examples.map(({ location, from, days }) => [location?.code, from, days]),
    [['south', FIRST + 40, 50]],
  );
});

test('a location that sells now and then is not behind after a quiet week, and has no days off by chance', async () => {
  await using till = await openTill();
  const sometimes = (day: number) => ((day * 7919) % 11 < 3 && day < DAYS - 10 ? 9 : undefined);
  await till.bring(
    csv([
      { location: 'north', units: steady },
      { location: 'south', units: sometimes },
      { location: 'pop-up', units: steady, days: 3 },
    ]),
  );
  const report = await reportOf(till);
  assert.equal(finding(report, 'locations-behind'), undefined);
  const south = report.locations.find(({ code }) => code === 'south')!;
  assert.deepEqual([south.behind, south.strip.includes('c')], [0, false]);
  assert.deepEqual(
    finding(report, 'low-coverage')?.examples.map(({ location }) => location?.code),
    ['south'],
  );
  const gone = finding(report, 'locations-gone');
  assert.deepEqual([gone?.count, gone?.examples[0].location?.code, gone?.days], [1, 'pop-up', DAYS - 3]);
  // Three days of five to seven units are no habit: what is missing is what it sold, once in four weeks, for eight.
  assert.equal(Math.round(gone!.units), 36);
});

test('days without any sale at a steady location are gaps; Sundays off, stated closures and holidays are none', async () => {
  await using till = await openTill();
  const missing = (day: number) =>
    weekday(FIRST + day) === SUNDAY || (day >= 57 && day < 60) || day === 80 || day === 88 ? undefined : 4;
  await till.bring(
    csv([
      { location: 'north', units: missing },
      { location: 'south', units: steady },
    ]),
  );
  const before = finding(await reportOf(till), 'gaps');
  // Good Friday of 2024 is day 88; without a place no holiday is known.
  assert.equal(formatDay(FIRST + 88), '2024-03-29');
  assert.equal(before?.count, 3);
  const stocktaking = {
    name: 'Stocktaking',
    kind: 'closed' as const,
    from: FIRST + 80,
    to: FIRST + 80,
    yearly: false,
    locations: null,
  };
  await till.database.withTenant(till.tenant, (tx) =>
    writeCalendar(tx, { place: 'GB' as never, places: new Map(), events: [stocktaking] }),
  );
  const after = finding(await reportOf(till), 'gaps');
  assert.deepEqual(
    after?.examples.map(({ from, to, days, location }) => [from, to, days, location?.code]),
    [[FIRST + 57, FIRST + 59, 3, 'north']],
  );
});

test('a day many times the usual of its series is found with its import, but no day on which the whole shop was busy', async () => {
  await using till = await openTill();
  const feast = 50;
  const many = Array.from({ length: 6 }, (_, i) => ({
    location: 'north',
    item: `item ${i}`,
    units: (day: number) => (day === feast ? 90 : i === 0 && day === 70 ? 400 : steady(day)),
  }));
  const { import_id } = await till.bring(csv(many));
  const outliers = finding(await reportOf(till), 'outliers');
  assert.equal(outliers?.count, 1);
  const [{ product, from, units, usual, import: brought }] = outliers.examples;
  assert.deepEqual([product?.code, from, units, usual, brought], ['item 0', FIRST + 70, 400, 6, import_id]);
});

test('a series that stopped while its location went on, one that is new, and one out of stock are told apart', async () => {
  await using till = await openTill();
  await till.bring(
    csv([
      { location: 'north', item: 'bread', units: steady },
      { location: 'north', item: 'stopped', units: steady, days: 80 },
      { location: 'north', item: 'new', units: (day) => (day >= 100 ? 3 : undefined) },
      { location: 'north', item: 'out', units: (day) => (day >= 60 && day < 70 ? undefined : steady(day)) },
    ]),
  );
  const report = await reportOf(till);
  const codes = (kind: FindingKind) => finding(report, kind)?.examples.map(({ product }) => product?.code);
  assert.deepEqual(
    [codes('stopped'), codes('short-history'), codes('stock-outs')],
    [['stopped'], ['new'], ['out']],
  );
  assert.equal(finding(report, 'stock-outs')?.days, 10);
  assert.deepEqual([finding(report, 'short-history')?.units, finding(report, 'short-history')?.of], [60, 4]);
  assert.equal(finding(report, 'young-ledger')?.days, DAYS);
});

test('days that a file states to be without stock are told from inferred ones, and less than nothing in stock is found', async () => {
  await using till = await openTill();
  const pause = (day: number) =>
    (day >= 60 && day < 64) || (day >= 90 && day < 94) ? undefined : steady(day);
  await till.bring(
    csv([
      { location: 'north', item: 'bread', units: steady },
      { location: 'north', item: 'tea', units: pause },
    ]),
  );
  const { import_id } = await bringFacts(till, [
    stock(FIRST + 60, FIRST + 63, null, true),
    stock(FIRST + DAYS - 1, null, -3),
  ]);
  const report = await reportOf(till);
  const outs = finding(report, 'stock-outs');
  assert.deepEqual(
    outs?.examples.map(({ product, days, stated }) => [product?.code, days, stated]),
    [['tea', 9, 5]],
  );
  // Four days stated, four inferred, at six a day; on the last day it sold seven, so nothing was missed.
  assert.equal(Math.round(outs!.units), 48);
  const negative = finding(report, 'negative-stock');
  assert.deepEqual(
    negative?.examples.map(({ product, units, to, import: brought }) => [product?.code, units, to, brought]),
    [['tea', -3, FIRST + DAYS - 1, import_id]],
  );
});

test('more returned than sold, several currencies, products without a name and sales to come are found', async () => {
  await using till = await openTill();
  const head = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
  await till.bring(
    `${head}1,jar,A jar,2,2011-01-18 10:01:00,1.04,,UK\nC2,jar,A jar,-5,2011-01-20 10:17:00,1.04,,UK\n`,
  );
  await till.bring('date,item,units\n2011-01-18,cup,3\n2011-01-19,cup,1\n');
  await till.query(`UPDATE shelfcast.sale SET currency = 'EUR' WHERE currency IS NULL`);
  const year = new Date().getUTCFullYear() + 1;
  await till.query(
    `INSERT INTO shelfcast.sale (tenant_id, import_id, row_no, source_id, ordinal, series_id, product_id, sold_on, units, unit)
     SELECT tenant_id, import_id, 99, source_id, 1, series_id, product_id, $1, 7, 'each' FROM shelfcast.sale
     WHERE units = 3`,
    [`${year}-06-01`],
  );
  const report = await reportOf(till);
  const returns = finding(report, 'returns-above-sales');
  assert.deepEqual(
    returns?.examples.map(({ product, units, usual }) => [product?.name, units, usual]),
    [['A jar', 5, 2]],
  );
  assert.deepEqual(
    finding(report, 'currencies-mixed')?.examples.map(({ currency }) => currency),
    ['EUR', 'GBP'],
  );
  assert.deepEqual(
    finding(report, 'no-name')?.examples.map(({ product }) => product?.code),
    ['cup'],
  );
  const future = finding(report, 'future-sales');
  assert.deepEqual([future?.severity, future?.units, future?.days], ['act', 7, 1]);
  assert.equal(report.to, parseDay('2011-01-19'));
});

test('a report is made anew only after the ledger has changed: by a commit, an undo, or the calendar', async () => {
  await using till = await openTill();
  const read = () => till.database.withTenant(till.tenant, readDataHealth);
  const stale = async () => (await read()).stale;
  assert.deepEqual([(await read()).report, await stale()], [null, false]);
  assert.equal(await refreshDataHealth(till.database, till.tenant), false);
  const { import_id } = await till.bring(csv([{ location: 'north', units: steady }]));
  assert.deepEqual(await till.database.gate.staleDataHealth(), [{ tenant_id: till.tenant }]);
  assert.equal(await refreshDataHealth(till.database, till.tenant), true);
  assert.equal(await refreshDataHealth(till.database, till.tenant), false);
  assert.equal(await stale(), false);
  await till.database.withTenant(till.tenant, (tx) =>
    writeCalendar(tx, { place: 'GB' as never, places: new Map(), events: [] }),
  );
  assert.equal(await stale(), true);
  assert.equal((await reportOf(till)).series, 1);
  await undoImport(till.database, till.tenant, import_id);
  assert.equal(await stale(), true);
  const empty = await reportOf(till);
  assert.deepEqual([empty.from, empty.to, empty.locations], [null, null, []]);
  assert.deepEqual(await till.database.gate.staleDataHealth(), []);
});

test("another tenant's ledger is neither reported nor marked as changed", async () => {
  await using till = await openTill();
  await till.bring(csv([{ location: 'north', units: steady }]));
  await refreshDataHealth(till.database, till.tenant);
  assert.equal(await refreshDataHealth(till.database, till.stranger), false);
  const theirs = await till.database.withTenant(till.stranger, readDataHealth);
  assert.deepEqual([theirs.report, theirs.stale], [null, false]);
});
