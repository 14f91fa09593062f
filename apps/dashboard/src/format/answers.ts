import type { Forecast } from '@shelfcast/contract';
import { periodShort } from './dates.ts';
import { locale as ownLocale } from './locale.ts';
import { percent, roundUnits, units } from './numbers.ts';
import { type Frequency, periodName, periodsName, stepPeriods } from './periods.ts';

interface Before {
  readonly total_same_days_last_year?: number | null;
  readonly total_last_horizon?: number | null;
}

/** "12,400 units in the next 28 days": the title of a page about a forecast. */
export function totalAnswer(
  total: number,
  horizon: number,
  frequency: Frequency,
  before: Before,
  locale = ownLocale,
): string {
  const when = `in the next ${periodsName(horizon, frequency)}`;
  if (total < 0.05) return `Nothing is likely to sell ${when}`;
  const answer = `${roundUnits(total, locale)} ${roundUnits(total, locale) === '1' ? 'unit' : 'units'} ${when}`;
  const comparison = comparisonWords(total, horizon, frequency, before, locale);
  return comparison ? `${answer}, ${comparison}` : answer;
}

/** Against the same days last year where the history reaches that far, else against the days just before. */
export function comparisonWords(
  total: number,
  horizon: number,
  frequency: Frequency,
  before: Before,
  locale = ownLocale,
): string | null {
  if (before.total_same_days_last_year != null && before.total_same_days_last_year > 0) {
    return `${changeWords(total, before.total_same_days_last_year, locale)} last year`;
  }
  if (before.total_last_horizon != null) {
    if (before.total_last_horizon <= 0) return 'where none sold before';
    return `${changeWords(total, before.total_last_horizon, locale)} the ${periodsName(horizon, frequency)} before`;
  }
  return null;
}

/** "6% more than", "12% fewer than", "about as many as", "3 times as many as". */
export function changeWords(now: number, before: number, locale = ownLocale): string {
  const share = now / before - 1;
  if (Math.abs(share) < 0.01) return 'about as many as';
  if (share >= 1.5) return `${roundUnits(Math.round(now / before), locale)} times as many as`;
  return share > 0 ? `${percent(share, locale)} more than` : `${percent(-share, locale)} fewer than`;
}

/** The change as a share, against the same base the words use; null where there is nothing to compare with. */
export function changeShare(total: number, before: Before): number | null {
  const base = before.total_same_days_last_year || before.total_last_horizon;
  return base ? total / base - 1 : null;
}

/** "In 8 of 10 cases between 11,300 and 13,600." An interval is explained by how often it holds. */
export function rangeAnswer(forecast: Pick<Forecast, 'total'>, locale = ownLocale): string | null {
  const low = forecast.total.quantiles['0.1'];
  const high = forecast.total.quantiles['0.9'];
  if (low === undefined || high === undefined || high < 0.05) return null;
  return `In 8 of 10 cases it will be between ${roundUnits(low, locale)} and ${roundUnits(high, locale)}`;
}

/** What the chart shows beyond its total: "Busiest: Saturday, 19 December 2026, about 2,900". Null where no period stands out. */
export function busiestAnswer(
  forecast: Pick<Forecast, 'mean' | 'from' | 'frequency' | 'closed'>,
  locale = ownLocale,
): string | null {
  const open = forecast.mean.filter((_, i) => !forecast.closed.includes(i));
  if (open.length < 2) return null;
  const most = Math.max(...open);
  const average = open.reduce((sum, value) => sum + value, 0) / open.length;
  if (average < 0.05) return null;
  const each = periodName(forecast.frequency);
  if (most < average * 1.15) return `On average ${units(average, locale)} a ${each}, evenly`;
  const day = stepPeriods(forecast.from, forecast.mean.indexOf(most), forecast.frequency);
  return `Busiest ${each}: ${periodShort(day, forecast.frequency, locale)}, about ${roundUnits(most, locale)}`;
}
