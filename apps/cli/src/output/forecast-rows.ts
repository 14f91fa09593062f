import { formatDay } from '@shelfcast/domain';
import type { PanelForecast } from '@shelfcast/forecasting';
import { firstDayOf } from '../calendar/calendar.ts';
import type { Sales } from '../read-sales.ts';
import { csvField, csvNumber } from './csv-text.ts';

/** Enough that a write costs little, small enough that memory stays flat. */
const CHUNK_CHARACTERS = 1 << 18;

/** Columns that every result has, beside those that identify a series. */
export const resultColumns: readonly string[] = ['date', 'model', 'mean'];

export function quantileColumn(level: number): string {
  return `q${level}`;
}

/** The result as CSV text, chunk by chunk: a row a series and period, in the order of the ids and dates. */
export function* forecastRows(
  idNames: readonly string[],
  sales: Sales,
  forecast: PanelForecast,
): Iterable<string> {
  const { series, choice, ranges } = sales;
  const { horizon, quantiles, mean, quantileValues, outcomes } = forecast;
  const levels = quantiles.length;
  let text = `${[...idNames, ...resultColumns, ...quantiles.map(quantileColumn)].map(csvField).join(',')}\n`;
  const dates = new Map<number, string>();
  const dateOf = (period: number) => {
    let date = dates.get(period);
    if (date === undefined) {
      date = formatDay(firstDayOf(choice.calendar, period));
      dates.set(period, date);
    }
    return date;
  };
  for (let i = 0; i < series.count; i++) {
    const ids = series.ids.map((column) => csvField(column[i])).join(',');
    const model = csvField(outcomes[i].model);
    for (let step = 0; step < horizon; step++) {
      const at = i * horizon + step;
      text += `${ids},${dateOf(ranges.last[i] + 1 + step)},${model},${csvNumber(mean[at])}`;
      for (let j = 0; j < levels; j++) text += `,${csvNumber(quantileValues[at * levels + j])}`;
      text += '\n';
    }
    if (text.length > CHUNK_CHARACTERS) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
