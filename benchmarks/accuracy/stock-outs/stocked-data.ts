import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { m5Data } from '../../shared/retail/m5-data.ts';

/** A daily series, and where it is known the hours without stock of each day. */
export interface Stocked {
  readonly units: Float64Array;
  readonly hoursOut: Float64Array | null;
}

export interface StockedData {
  readonly name: string;
  readonly horizon: number;
  readonly series: readonly Stocked[];
  /** Every so many-th series is forecast. */
  readonly stride: number;
}

/** Opening hours of a day in FreshRetailNet: six in the morning to ten at night. */
export const HOURS_OPEN = 16;

/** FreshRetailNet with its hours without stock; without every fifth series, on which the rule's limits were chosen. */
export async function freshretailStocked(folder: string): Promise<StockedData> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.stream(`
    WITH ranked AS (
      SELECT *, DENSE_RANK() OVER (ORDER BY store_id, product_id) - 1 AS place
      FROM read_parquet('${join(folder, 'daily.parquet').replaceAll("'", "''")}'))
    SELECT CAST(place AS INTEGER), CAST(sales AS DOUBLE), CAST(stockout_hours_6_22 AS DOUBLE)
    FROM ranked WHERE place % 5 <> 0 ORDER BY place, date`);
  const collected: { units: number[]; hours: number[] }[] = [];
  let place: unknown;
  for (;;) {
    const chunk = await rows.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const [places, units, hours] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      if (places[row] !== place) collected.push({ units: [], hours: [] });
      place = places[row];
      collected[collected.length - 1].units.push(Number(units[row]));
      collected[collected.length - 1].hours.push(Number(hours[row]));
    }
  }
  connection.closeSync();
  instance.closeSync();
  return {
    name: 'freshretail',
    horizon: 7,
    stride: 40,
    series: collected.map(({ units, hours }) => ({
      units: Float64Array.from(units),
      hoursOut: Float64Array.from(hours),
    })),
  };
}

/** M5's sample, of which nobody says when it was out of stock. */
export async function m5Stocked(folder: string): Promise<StockedData> {
  const { series } = await m5Data(folder);
  return {
    name: 'm5',
    horizon: 28,
    stride: 4,
    series: series.map(({ values }) => ({ units: Float64Array.from(values), hoursOut: null })),
  };
}

/** Six made-up products that sell every day, out of stock for three days each. */
export function madeUpStocked(): StockedData {
  const series = Array.from({ length: 6 }, (_, s) => {
    const hoursOut = Float64Array.from({ length: 140 }, (_, t) =>
      t >= 60 + s && t < 63 + s ? HOURS_OPEN : 0,
    );
    const units = hoursOut.map((hours, t) => (hours > 0 ? 0 : 4 + ((t * 7 + s) % 5)));
    return { units, hoursOut };
  });
  return { name: 'made up', horizon: 7, stride: 1, series };
}
