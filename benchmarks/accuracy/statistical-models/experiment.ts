import { bootstrapInterval } from '../../shared/bootstrap.ts';
import type { Context, Experiment } from '../../shared/experiment.ts';
import { errorsOf, forecastSeries, measureOf, type WindowErrors } from '../../shared/retail/accuracy.ts';
import { dataSets } from '../../shared/retail/data-sets.ts';
import { originsOf, type RetailData, type RetailWindow, windowAt } from '../../shared/retail/retail-data.ts';
import { writeWindow } from '../../shared/retail/window-files.ts';
import { meanOf, ourForecast, peerForecast, peersOf } from './forecasters.ts';

const MEASURES = { weightedRmsse: 'weighted RMSSE', rmsse: 'mean RMSSE', wape: 'WAPE' } as const;
/** What every forecast has to beat. */
const YARDSTICKS = ['seasonal-naive'];

export const experiment: Experiment = {
  question: 'How accurate is the default choice, beside statsforecast’s models, on five sets of retail data?',
  async run(context) {
    const rows: string[][] = [];
    for (const { load, origins } of dataSets(context)) {
      const data = await load();
      const windows = originsOf(data, origins).map((origin) => windowAt(data, origin));
      if (context.options.windows) for (const window of windows) writeWindow(context.options.windows, window);
      else rows.push(...(await compare(context, data, windows)));
    }
    return {
      head: [
        'data',
        'forecast',
        'series',
        'by',
        'value',
        'mean RMSSE',
        'WAPE',
        'bias',
        'auto against it (95 %)',
      ],
      rows,
    };
  },
};

/** A row a forecaster; each forecaster's series decide what `auto` is held against it on. */
async function compare(
  context: Context,
  data: RetailData,
  windows: readonly RetailWindow[],
): Promise<string[][]> {
  const scored = async (forecast: (window: RetailWindow) => Promise<Float64Array>) => {
    const errors: WindowErrors[] = [];
    for (const window of windows) errors.push(errorsOf(window, await forecast(window)));
    return errors;
  };
  const auto = await scored((window) => ourForecast(window, 'auto', true));
  const rows = [row(data, 'auto', auto, auto)];
  const add = (name: string, errors: readonly WindowErrors[]) => {
    rows.push(row(data, name, errors, auto));
    context.say(rows.at(-1)!.join(' | '));
  };
  context.say(rows[0].join(' | '));
  if (data.known.length > 0)
    add('auto, without covariates', await scored((window) => ourForecast(window, 'auto', false)));
  for (const model of [...YARDSTICKS, ...context.options.models])
    add(model, await scored((window) => ourForecast(window, model, true)));
  const folder = context.options.peers;
  if (folder === undefined) return rows;
  const peers = peersOf(folder, windows);
  for (const name of peers)
    add(`statsforecast ${name}`, await scored(async (window) => peerForecast(folder, window, name)));
  if (peers.includes('AutoETS') && peers.includes('DynamicOptimizedTheta'))
    add(
      'statsforecast mean of AutoETS and DynamicOptimizedTheta',
      await scored(async (window) =>
        meanOf(
          peerForecast(folder, window, 'AutoETS'),
          peerForecast(folder, window, 'DynamicOptimizedTheta'),
        ),
      ),
    );
  return rows;
}

function row(
  data: RetailData,
  name: string,
  errors: readonly WindowErrors[],
  auto: readonly WindowErrors[],
): string[] {
  const drawn = forecastSeries(errors);
  const against = (among: Int32Array): number =>
    100 * (measureOf(data.measure, auto, among) / measureOf(data.measure, errors, among) - 1);
  const [low, high] = bootstrapInterval(drawn.length, (places) => against(places.map((at) => drawn[at])));
  const figure = (measure: 'weightedRmsse' | 'rmsse' | 'wape'): string =>
    measureOf(measure, errors, drawn).toFixed(4);
  return [
    data.name,
    name,
    drawn.length.toLocaleString('en-US'),
    MEASURES[data.measure],
    figure(data.measure),
    figure('rmsse'),
    figure('wape'),
    percent(100 * measureOf('bias', errors, drawn)),
    errors === auto ? '' : `${percent(against(drawn))} (${percent(low)} to ${percent(high)})`,
  ];
}

function percent(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)} %`;
}
