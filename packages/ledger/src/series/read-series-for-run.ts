import type { TenantTransaction } from '@shelfcast/database';
import type { Day, Frequency } from '@shelfcast/domain';
import { demandByDay } from './demand.ts';

/** What a series sold in a period. Periods without a row: nothing was sold, or the location was closed. */
export interface SeriesPeriod {
  readonly series_id: number;
  /** First day of the period: the day, the week's Monday, the first of the month. */
  readonly day: Day;
  readonly units: number;
}

const PERIOD_START: Record<Frequency, string> = {
  D: 'sold_on',
  W: `date_trunc('week', sold_on::timestamp)::date`,
  M: `date_trunc('month', sold_on::timestamp)::date`,
};

/** The demand of every series, by series and period, `batchRows` at a time. Read it in `repeatable read` beside closures and series. */
export function readSeriesForRun(
  tx: TenantTransaction,
  options: { readonly frequency: Frequency; readonly batchRows?: number },
): AsyncIterable<SeriesPeriod[]> {
  const period = `${PERIOD_START[options.frequency]} - date '1970-01-01'`;
  const daily = demandByDay();
  const text =
    options.frequency === 'D'
      ? `SELECT series_id, ${period} AS day, units FROM (${daily}) daily ORDER BY series_id, sold_on`
      : `SELECT series_id, ${period} AS day, sum(units) AS units FROM (${daily}) daily GROUP BY 1, 2 ORDER BY 1, 2`;
  return tx.cursor<SeriesPeriod>(text, [tx.tenant], options.batchRows);
}

/** The last day anything was sold at all: the origin of a run. Null for an empty ledger. */
export async function lastSaleDay(tx: TenantTransaction): Promise<Day | null> {
  const [row] = await tx.query<{ day: Day | null }>(
    `SELECT max(last_sold_on) - date '1970-01-01' AS day FROM shelfcast.series WHERE tenant_id = $1`,
    [tx.tenant],
  );
  return row.day;
}
