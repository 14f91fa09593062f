import type { Series } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import type { SeriesSummary } from '@shelfcast/serving';

/** A series with what a run says about it; without a run it is just known. */
export function presentSeries(row: SeriesRow, run?: number, summary?: SeriesSummary): Series {
  return {
    series: row.series_id,
    product: { code: row.product_code, name: row.product_name },
    location: { location: row.location_id, code: row.location_code, name: row.location_name },
    first_sold_on: row.first_sold_on,
    last_sold_on: row.last_sold_on,
    ...forecastPart(run, summary),
  };
}

/** The same from the run alone, where the ledger was not asked for the days of sale. */
export function presentSummary(summary: SeriesSummary, run: number, row?: SeriesRow): Series {
  return {
    series: summary.series,
    product: { ...summary.product },
    location: { ...summary.location },
    first_sold_on: row?.first_sold_on ?? null,
    last_sold_on: row?.last_sold_on ?? null,
    ...forecastPart(run, summary),
  };
}

type ForecastPart = Omit<Series, 'series' | 'product' | 'location' | 'first_sold_on' | 'last_sold_on'>;

function forecastPart(run: number | undefined, summary: SeriesSummary | undefined): ForecastPart {
  return {
    run: summary ? (run ?? null) : null,
    model: summary?.model ?? null,
    reason: summary?.reason ?? null,
    naive_won: summary?.naiveWon ?? null,
    total_mean: summary?.totalMean ?? null,
    total_low: summary?.totalLow ?? null,
    total_high: summary?.totalHigh ?? null,
    total_last_horizon: summary?.totalLastHorizon ?? null,
    total_last_year: summary?.totalLastYear ?? null,
    wape: summary?.wape ?? null,
    naive_wape: summary?.naiveWape ?? null,
    bias: summary?.bias ?? null,
    coverage80: summary?.coverage80 ?? null,
    attention: [...(summary?.attention ?? [])],
  };
}
