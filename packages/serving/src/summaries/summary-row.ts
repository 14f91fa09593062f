import type { Attention, SeriesSummary } from './summary.ts';

export interface SummaryRow {
  series_id: number;
  location_id: number;
  product_code: string;
  product_name: string | null;
  location_code: string;
  location_name: string | null;
  model: string;
  reason: string;
  naive_won: boolean;
  total_mean: number;
  total_low: number;
  total_high: number;
  total_last_horizon: number | null;
  total_last_year: number | null;
  wape: number | null;
  naive_wape: number | null;
  bias: number | null;
  coverage80: number | null;
  attention: Attention[];
  failures: { model: string; cause: string }[] | null;
}

export const summaryColumns = `series_id, location_id, product_code, product_name, location_code, location_name, model, reason,
  naive_won, total_mean, total_low, total_high, total_last_horizon, total_last_year, wape, naive_wape, bias, coverage80,
  attention, failures`;

export function summaryFrom(row: SummaryRow): SeriesSummary {
  return {
    series: Number(row.series_id),
    product: { code: row.product_code, name: row.product_name },
    location: { location: Number(row.location_id), code: row.location_code, name: row.location_name },
    model: row.model,
    reason: row.reason,
    naiveWon: row.naive_won,
    totalMean: row.total_mean,
    totalLow: row.total_low,
    totalHigh: row.total_high,
    totalLastHorizon: row.total_last_horizon,
    totalLastYear: row.total_last_year,
    wape: row.wape,
    naiveWape: row.naive_wape,
    bias: row.bias,
    coverage80: row.coverage80,
    attention: row.attention,
    failures: row.failures ?? [],
  };
}
