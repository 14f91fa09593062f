import type { ForecastPlan, Panel, SeriesInput } from '../contract.ts';
import { hasDied } from '../kernels/intermittent/died.ts';
import { firstObserved } from '../kernels/observed.ts';

/** Series `index` of a panel: views, nothing copied. */
export function seriesOf(
  panel: Panel,
  index: number,
  { season, seasons, horizon }: ForecastPlan,
): SeriesInput {
  const from = panel.offsets[index];
  const to = panel.offsets[index + 1];
  const { statics } = panel;
  return {
    values: panel.values.subarray(from, to),
    season,
    ...(seasons && { seasons }),
    known: knownOf(panel, index, horizon),
    statics: statics && { names: statics.names, codes: statics.codes.map((column) => column[index]) },
  };
}

function knownOf({ offsets, known, common }: Panel, index: number, horizon: number): SeriesInput['known'] {
  if (!known && !common) return undefined;
  const length = offsets[index + 1] - offsets[index] + horizon;
  const own = offsets[index] + index * horizon;
  const start = common?.starts[index] ?? 0;
  return {
    names: [...(known?.names ?? []), ...(common?.names ?? [])],
    columns: [
      ...(known?.columns ?? []).map((column) => column.subarray(own, own + length)),
      ...(common?.columns ?? []).map((column) => column.subarray(start, start + length)),
    ],
  };
}

/** Periods kept before the end however late the first sale: one sale yesterday is no rate of one a day. */
const LEAST_KEPT_PERIODS = 8;

/**
 * A series from its first sale on, because the zeros before a product's launch are no demand; but at least the last two
 * seasons of what is there. Leading values that were not observed go too.
 */
export function sinceFirstSale(series: SeriesInput): SeriesInput {
  const { values, season } = series;
  let start = Math.max(0, firstObserved(values));
  const latest = values.length - Math.max(LEAST_KEPT_PERIODS, 2 * season);
  while (start < latest && !(Math.abs(values[start]) > 0)) start++;
  if (start === 0) return series;
  return {
    ...series,
    values: values.subarray(start),
    known: series.known && {
      names: series.known.names,
      columns: series.known.columns.map((column) => column.subarray(start)),
    },
  };
}

/** Nothing but zeros, or a product that has died by its own record. A series without any observation is not dormant. */
export function isDormant({ values, season }: SeriesInput): boolean {
  return hasDied(values, season);
}
