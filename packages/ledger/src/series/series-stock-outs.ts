import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, parseDay } from '@shelfcast/domain';
import { inferStockOuts } from '@shelfcast/domain/stock-outs';
import { readStockOuts } from '../facts/read-stock-outs.ts';
import type { SeriesRow } from './read-series.ts';

/** A day on which a series was out of stock: a file says so, or its sales do. */
export interface SeriesStockOut {
  readonly day: Day;
  readonly kind: 'stated' | 'inferred';
}

/** A series' days, as its history knows them. */
export interface KnownDay {
  readonly day: Day;
  readonly closed: boolean;
  readonly units: number | null;
}

/**
 * The stock-outs of a series among its days, which lie side by side. Inferred ones are sought where nothing is stated, between
 * the series' first sale and its last, on days that its location sold something else on.
 */
export async function stockOutsOf(
  tx: TenantTransaction,
  series: SeriesRow,
  days: readonly KnownDay[],
): Promise<SeriesStockOut[]> {
  if (days.length === 0 || series.first_sold_on === null) return [];
  const [first, last] = [days[0].day, days[days.length - 1].day];
  const stated = new Set(await readStockOuts(tx, series, first, last));
  const begins = parseDay(series.first_sold_on) as Day;
  const units = Float64Array.from(days, ({ day, units }) =>
    stated.has(day) || day < begins ? Number.NaN : (units ?? 0),
  );
  const closed = Uint8Array.from(days, (day) => (day.closed ? 1 : 0));
  let inferred = suspects(days, inferStockOuts(units, closed));
  const idle = await idleDays(tx, series, inferred);
  if (idle.length > 0) {
    for (const day of idle) closed[day - first] = 1;
    inferred = suspects(days, inferStockOuts(units, closed));
  }
  return [
    ...[...stated].map((day) => ({ day, kind: 'stated' as const })),
    ...inferred.map((day) => ({ day, kind: 'inferred' as const })),
  ].sort((a, b) => a.day - b.day);
}

function suspects(days: readonly KnownDay[], inferred: Uint8Array): Day[] {
  return days.flatMap(({ day }, at) => (inferred[at] === 1 ? [day] : []));
}

/** Those of the days on which the whole location sold nothing. */
async function idleDays(tx: TenantTransaction, series: SeriesRow, days: readonly Day[]): Promise<Day[]> {
  if (days.length === 0) return [];
  const rows = await tx.query<{ day: Day }>(
    `SELECT d.day - date '1970-01-01' AS day FROM unnest($3::date[]) AS d (day)
     WHERE NOT EXISTS (
       SELECT FROM shelfcast.location_day l JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = l.import_id
       WHERE l.tenant_id = $1 AND l.location_id = $2 AND l.day = d.day AND l.lines > 0 AND i.state = 'committed')`,
    [tx.tenant, series.location_id, days.map(formatDay)],
  );
  return rows.map((row) => row.day);
}
