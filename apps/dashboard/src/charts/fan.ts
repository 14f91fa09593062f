import type { Forecast, PastForecast } from '@shelfcast/contract';
import { type Frequency, periodSeconds, stepPeriods } from '../format/periods.ts';
import { type StockOutDays, type StockOuts, stockOutsBetween } from './stock-outs.ts';

/** What sold, a value a period; null = closed or not known. */
export interface Past {
  readonly from: string;
  readonly values: readonly (number | null)[];
  /** By index into the values; known for single products. */
  readonly stockOuts?: StockOuts;
}

type Column = (number | null)[];

/** History and forecast on one time axis, a column each, as uPlot wants them. */
export interface Fan {
  readonly frequency: Frequency;
  readonly dates: readonly string[];
  readonly seconds: readonly number[];
  readonly sold: Column;
  readonly median: Column;
  /** Expected on average: with skewed sales well above the middle. */
  readonly mean: Column;
  readonly low50: Column;
  readonly high50: Column;
  readonly low80: Column;
  readonly high80: Column;
  /** Periods with days without stock: what they sold says less than was wanted. */
  readonly stockOuts: StockOuts;
  /** Index of the first forecast period; everything before it is history. */
  readonly firstForecast: number;
  /** Why a period ahead is taken to be closed that nobody said is: a feast, by index. */
  readonly expectedClosed: ReadonlyMap<number, string>;
  /** Earlier forecasts' medians on the same axis. */
  readonly earlier: readonly { readonly origin: string; readonly values: Column }[];
}

/** Lays history and forecast side by side. The forecast starts where `forecast.from` says, not where history happens to end. */
export function buildFan(past: Past, forecast: Forecast, earlier: readonly PastForecast[] = []): Fan {
  const { frequency } = forecast;
  const soldCount = periodsBetween(past.from, forecast.from, frequency);
  const length = soldCount + forecast.horizon;
  const closed = new Set(forecast.closed);
  const seconds = periodSeconds(past.from, length, frequency);
  const aheadOf = (values: readonly number[] | undefined): Column => {
    const column: Column = new Array(length).fill(null);
    if (values)
      for (let i = 0; i < forecast.horizon; i++)
        if (!closed.has(i)) column[soldCount + i] = values[i] ?? null;
    return column;
  };
  const ahead = (key: string): Column =>
    aheadOf(forecast.quantiles[key] ?? (key === '0.5' ? forecast.mean : undefined));
  const sold: Column = new Array(length).fill(null);
  for (let i = 0; i < soldCount; i++) sold[i] = past.values[i] ?? null;
  return {
    frequency,
    dates: seconds.map((at) => new Date(at * 1000).toISOString().slice(0, 10)),
    seconds,
    sold,
    median: ahead('0.5'),
    mean: aheadOf(forecast.mean),
    low50: ahead('0.25'),
    high50: ahead('0.75'),
    low80: ahead('0.1'),
    high80: ahead('0.9'),
    firstForecast: soldCount,
    stockOuts: past.stockOuts ?? new Map(),
    expectedClosed: new Map(
      forecast.closed_expected?.map(({ index, because }) => [soldCount + index, because]),
    ),
    earlier: earlier.map((one) => ({
      origin: one.origin,
      values: earlierColumn(one, past.from, length, frequency),
    })),
  };
}

function earlierColumn(one: PastForecast, from: string, length: number, frequency: Frequency): Column {
  const column: Column = new Array(length).fill(null);
  if (one.frequency !== frequency) return column;
  const start = periodsBetween(from, one.from, frequency) - periodsBetween(one.from, from, frequency);
  const values = one.quantiles['0.5'] ?? one.mean;
  // Nothing forecast and nothing known: the location was closed, which is blank and no zero.
  const closed = (i: number) => values[i] === 0 && one.mean[i] === 0 && one.actual[i] === null;
  for (let i = 0; i < values.length; i++) {
    const at = start + i;
    if (at >= 0 && at < length && !closed(i)) column[at] = values[i]!;
  }
  return column;
}

/** Whole periods from one day to a later one; 0 where it isn't later. */
export function periodsBetween(from: string, to: string, frequency: Frequency): number {
  if (frequency === 'M') {
    const [fromYear, fromMonth] = from.split('-').map(Number);
    const [toYear, toMonth] = to.split('-').map(Number);
    return Math.max(0, (toYear! - fromYear!) * 12 + toMonth! - fromMonth!);
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Math.max(0, Math.floor(days / (frequency === 'W' ? 7 : 1)));
}

/** Sums days into weeks (from Monday) or months where the forecast is made by those; a period that isn't whole is left out. */
export function sumIntoPeriods(past: Past, frequency: Frequency, until: string): Past {
  if (frequency === 'D') return past;
  const first = firstWholePeriod(past.from, frequency);
  const count = periodsBetween(first, until, frequency);
  const values: (number | null)[] = [];
  const stockOuts = new Map<number, StockOutDays>();
  for (let i = 0; i < count; i++) {
    const start = periodsBetween(past.from, stepPeriods(first, i, frequency), 'D');
    const end = periodsBetween(past.from, stepPeriods(first, i + 1, frequency), 'D');
    const open = past.values.slice(start, end).filter((value) => value !== null);
    values.push(open.length ? open.reduce((sum, value) => sum + value, 0) : null);
    const out = past.stockOuts && stockOutsBetween(past.stockOuts, start, end);
    if (out) stockOuts.set(i, out);
  }
  return { from: first, values, ...(past.stockOuts && { stockOuts }) };
}

function firstWholePeriod(day: string, frequency: 'W' | 'M'): string {
  if (frequency === 'M') return day.endsWith('-01') ? day : stepPeriods(day, 1, 'M');
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7; // 0 = Monday
  return weekday === 0 ? day : stepPeriods(day, 7 - weekday, 'D');
}
