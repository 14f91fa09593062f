import type { Experiment } from '../../shared/experiment.ts';
import { errorsOf, forecastSeries, measureOf, type WindowErrors } from '../../shared/retail/accuracy.ts';
import { originsBefore, type WindowedData, windowedData } from '../../shared/retail/many-windows.ts';
import { type RetailWindow, windowAt } from '../../shared/retail/retail-data.ts';
import { ourForecast } from '../statistical-models/forecasters.ts';
import { totalOf, towards } from './total-forecast.ts';

/** Models that the sum of all series is forecast by, each drawing `auto` half-way to its level. */
const TOTALS = ['regression-ets', 'auto-ets', 'dynamic-optimized-theta'];
const HALF_WAY = 0.5;

export const experiment: Experiment = {
  question: 'How much of a window’s bias is the forecaster’s, and how much is the window’s?',
  async run(context) {
    const rows: string[][] = [];
    for (const set of windowedData(context)) {
      const errors = await errorsOfAll(set);
      for (const [name, windows] of errors) {
        rows.push(row(set, name, windows));
        context.say(rows.at(-1)!.join(' | '));
      }
    }
    return {
      head: [
        'data',
        'forecast',
        'windows before',
        'bias, mean ± spread',
        'root mean square',
        'error there',
        'bias, reported',
      ],
      rows,
    };
  },
};

interface Windows {
  readonly before: WindowErrors[];
  readonly reported: WindowErrors[];
}

async function errorsOfAll(set: WindowedData): Promise<Map<string, Windows>> {
  const data = await set.load();
  const all = new Map<string, Windows>();
  const add = (name: string, kind: keyof Windows, window: RetailWindow, forecast: Float64Array): void => {
    const windows = all.get(name) ?? { before: [], reported: [] };
    windows[kind].push(errorsOf(window, forecast));
    all.set(name, windows);
  };
  const kinds = { before: originsBefore(data, set), reported: reportedOrigins(data, set) };
  for (const [kind, origins] of Object.entries(kinds) as [keyof Windows, number[]][])
    for (const origin of origins) {
      const window = windowAt(data, origin);
      const auto = await ourForecast(window, 'auto', true);
      add('auto', kind, window, auto);
      add('seasonal naive', kind, window, await ourForecast(window, 'seasonal-naive', false));
      // A sum over shops of which some are closed on a day is no series.
      if (data.name === 'rossmann') continue;
      for (const model of TOTALS)
        add(
          `auto, half-way to the total by ${model}`,
          kind,
          window,
          towards(auto, totalOf(window, model), HALF_WAY),
        );
    }
  return all;
}

function reportedOrigins(
  { lastOrigin, horizon }: RetailWindow['data'],
  { reported }: WindowedData,
): number[] {
  return Array.from({ length: reported }, (_, k) => lastOrigin - (reported - 1 - k) * horizon);
}

function row({ name }: WindowedData, forecast: string, { before, reported }: Windows): string[] {
  const biases = (windows: readonly WindowErrors[]): number[] =>
    windows.map((window) => 100 * measureOf('bias', [window], forecastSeries([window])));
  const each = biases(before);
  const mean = each.reduce((sum, bias) => sum + bias, 0) / each.length;
  const spread = Math.sqrt(
    each.reduce((sum, bias) => sum + (bias - mean) ** 2, 0) / Math.max(1, each.length - 1),
  );
  const root = Math.sqrt(each.reduce((sum, bias) => sum + bias * bias, 0) / each.length);
  const { measure } = before[0].window.data;
  const error = before.map((window) => measureOf(measure, [window], forecastSeries([window])));
  return [
    name,
    forecast,
    `${before.length}`,
    `${signed(mean)} ± ${spread.toFixed(1)}`,
    root.toFixed(1),
    (error.reduce((sum, one) => sum + one, 0) / error.length).toFixed(4),
    biases(reported).map(signed).join(', '),
  ];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
}
