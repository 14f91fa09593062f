import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';
import { countLedger } from '../series/count-ledger.ts';
import { bulkOrders } from './bulk-orders.ts';
import { ledgerFindings } from './ledger-findings.ts';
import { found, locationFindings } from './location-findings.ts';
import { nameExamples } from './name-examples.ts';
import { negativeStock } from './negative-stock.ts';
import { readLocations } from './read-locations.ts';
import { readSeriesDays } from './read-series-days.ts';
import type { Finding, HealthReport, Severity } from './report.ts';
import { SeriesFindings } from './series-findings.ts';
import { stockOuts } from './stock-outs.ts';

/** A yearly pattern is one that came twice. */
const TWO_YEARS_DAYS = 730;

const ORDER: Readonly<Record<Severity, number>> = { act: 0, look: 1, note: 2 };

/**
 * Looks through all that a tenant has sold, once, and reports what a forecast suffers from. Memory holds a number a day for each
 * location and what was found, whatever the number of series. Call it in `repeatable read`.
 */
export async function makeReport(tx: TenantTransaction): Promise<HealthReport> {
  // Sorts of a whole ledger; the server's default is for requests.
  await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
  const { products, series } = await countLedger(tx);
  const span = await pastSpan(tx);
  if (span === undefined)
    return { ...NOTHING, products, series, findings: await nameExamples(tx, await ledgerFindings(tx)) };
  const locations = await readLocations(tx, span.to);
  const read = new SeriesFindings(locations, span.to);
  for await (const one of readSeriesDays(tx, span.to)) read.add(one);
  const places = locationFindings(locations);
  const findings = [
    ...places.findings,
    found('outliers', 'look', bulkOrders(read, locations), series),
    found('stock-outs', 'look', stockOuts(read, locations), series),
    found('future-sales', 'act', read.future, series),
    found('stopped', 'note', read.stopped, series),
    found('short-history', 'note', read.short, series),
    ...(await ledgerFindings(tx)),
    ...(await negativeStock(tx, span.to)),
    ...youngLedger(span),
  ].filter((finding) => finding.count > 0);
  return {
    ...span,
    products,
    series,
    locationCount: locations.size,
    units: read.units,
    locations: places.freshness,
    findings: (await nameExamples(tx, findings)).sort(
      (a, b) => ORDER[a.severity] - ORDER[b.severity] || b.units - a.units,
    ),
  };
}

const NOTHING: HealthReport = {
  from: null,
  to: null,
  products: 0,
  series: 0,
  locationCount: 0,
  units: 0,
  locations: [],
  findings: [],
};

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** First and last day with sales up to the tenant's today; undefined where there are none. */
async function pastSpan(tx: TenantTransaction): Promise<Span | undefined> {
  const [row] = await tx.query<{ from: Day | null; to: Day | null }>(
    `SELECT min(d.day) - date '1970-01-01' AS from, max(d.day) - date '1970-01-01' AS to
     FROM shelfcast.location_day d JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = d.import_id
     WHERE d.tenant_id = $1 AND d.lines > 0 AND i.state = 'committed'
       AND d.day <= (SELECT (now() AT TIME ZONE time_zone)::date FROM shelfcast.tenant WHERE tenant_id = $1)`,
    [tx.tenant],
  );
  return row.from === null || row.to === null ? undefined : { from: row.from, to: row.to };
}

function youngLedger({ from, to }: Span): Finding[] {
  const days = to - from + 1;
  if (days >= TWO_YEARS_DAYS) return [];
  return [
    {
      kind: 'young-ledger',
      severity: 'note',
      count: 1,
      of: 1,
      days,
      // It touches all of them, and none more than another.
      units: 0,
      examples: [{ from, to, days }],
    },
  ];
}
