import type { TenantTransaction } from '@shelfcast/database';

/** How the series of one part of a run did in the backtest. Medians: no single large series decides. */
export interface PartAccuracy {
  readonly series: number;
  readonly naiveWon: number;
  readonly medianWape: number | null;
  readonly medianNaiveWape: number | null;
  readonly medianBias: number | null;
}

export interface AccuracyByPart {
  readonly models: readonly (PartAccuracy & { readonly model: string })[];
  readonly locations: readonly (PartAccuracy & {
    readonly location: { readonly location: number; readonly code: string; readonly name: string | null };
  })[];
}

interface Row {
  model: string | null;
  location_id: number | null;
  location_code: string | null;
  location_name: string | null;
  series: number;
  naive_won: number;
  median_wape: number | null;
  median_naive_wape: number | null;
  median_bias: number | null;
}

const MEDIANS = `count(*) AS series, count(*) FILTER (WHERE naive_won) AS naive_won,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY wape) AS median_wape,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY naive_wape) AS median_naive_wape,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY bias) AS median_bias`;

/** A run's backtest by model and by location, most series first; one pass over the run. */
export async function accuracyByPart(
  tx: TenantTransaction,
  run: number,
  options: { readonly locations: number },
): Promise<AccuracyByPart> {
  const rows = await tx.query<Row>(
    `SELECT model, location_id, min(location_code) AS location_code, min(location_name) AS location_name, ${MEDIANS}
     FROM shelfcast.series_summary WHERE tenant_id = $1 AND run_id = $2
     GROUP BY GROUPING SETS ((model), (location_id)) ORDER BY series DESC, model, location_id`,
    [tx.tenant, run],
  );
  return {
    models: rows.flatMap((row) => (row.model === null ? [] : [{ model: row.model, ...part(row) }])),
    locations: rows
      .filter((row) => row.location_id !== null)
      .slice(0, options.locations)
      .map((row) => ({
        location: { location: row.location_id!, code: row.location_code!, name: row.location_name },
        ...part(row),
      })),
  };
}

function part(row: Row): PartAccuracy {
  return {
    series: row.series,
    naiveWon: row.naive_won,
    medianWape: row.median_wape,
    medianNaiveWape: row.median_naive_wape,
    medianBias: row.median_bias,
  };
}
