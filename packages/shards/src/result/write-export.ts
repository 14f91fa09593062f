import { type Duck, identifier, literal } from '../duck/open-duck.ts';
import { writeParquet } from '../duck/write-parquet.ts';
import { quantileColumn } from './columns.ts';

export interface ExportPart {
  readonly forecasts: string;
  readonly series: string;
  readonly labels: string;
}

/**
 * Joins the published attempts of level `series` into one long file for people: `series`, `product`, `product_name`, `location`,
 * `location_name`, `date`, `model`, `mean`, `q0.05` …, in order of series, then date. One part at a time in memory.
 */
export async function writeExport(
  duck: Duck,
  path: string,
  parts: readonly ExportPart[],
  quantiles: readonly number[],
): Promise<void> {
  const list = (pick: (part: ExportPart) => string): string =>
    `[${parts.map((part) => literal(pick(part))).join(', ')}]`;
  const columns = quantiles.map((quantile) => `, f.${identifier(quantileColumn(quantile))}`).join('');
  await writeParquet(
    duck,
    `SELECT f.key AS series, l.product, l.product_name, l.location, l.location_name, f.day AS date, s.model, f.mean${columns}
     FROM read_parquet(${list((part) => part.forecasts)}) AS f
     JOIN read_parquet(${list((part) => part.labels)}) AS l ON l.key = f.key
     JOIN read_parquet(${list((part) => part.series)}) AS s ON s.key = f.key
     ORDER BY f.key, f.step`,
    path,
  );
}
