import { forecastPanel, type IntervalMethod } from '@shelfcast/forecasting';
import type { Context, Experiment } from '../../shared/experiment.ts';
import { carpartsData } from '../../shared/retail/carparts-data.ts';
import { freshretailData } from '../../shared/retail/freshretail-data.ts';
import { m5Data } from '../../shared/retail/m5-data.ts';
import { onlineRetailData } from '../../shared/retail/online-retail-data.ts';
import { originsOf, type RetailData, windowAt } from '../../shared/retail/retail-data.ts';
import { walmartData } from '../../shared/retail/walmart-data.ts';
import { madeUp } from './made-up.ts';
import { ASKED, DENSE, PitTally } from './pit-tally.ts';

/** Every so many-th series: enough for half a point, and ten minutes in all. */
const M5_STRIDE = 8;
const FRESHRETAIL_STRIDE = 50;
const ONLINE_RETAIL_STRIDE = 8;
const WALMART_STRIDE = 8;
const CARPARTS_STRIDE = 4;
/** Windows before those that are reported: constants were set on such ones. */
const DEVELOPMENT_WINDOWS = 2;
/** Windows that are reported and nothing else: M5's three from d_1857 on, and the last one of other data. */
const reportedWindows = ({ name }: RetailData): number => (name === 'm5' ? 3 : 1);

/** Plain coverage is looked at where the mean of the history is above it. */
const FAST_MEAN = 10;

const METHODS: readonly IntervalMethod[] = ['auto', 'conformal'];
const FORECASTS = ['auto', 'seasonal-naive'] as const;

export const experiment: Experiment = {
  question: 'Are the intervals calibrated, of each step and of the horizon’s total?',
  async run(context) {
    const rows: string[][] = [];
    for (const load of dataSets(context)) {
      const data = await load();
      const windows = {
        development: originsOf(data, DEVELOPMENT_WINDOWS, reportedWindows(data)),
        reported: originsOf(data, reportedWindows(data)),
      };
      for (const [name, origins] of Object.entries(windows))
        for (const models of FORECASTS)
          for (const intervals of METHODS) {
            const { steps, totals } = tally(data, origins, models, intervals);
            rows.push(row([data.name, name, models, intervals, 'steps'], steps));
            // Totals are made the same way by both.
            if (intervals === 'auto') rows.push(row([data.name, name, models, intervals, 'totals'], totals));
            context.say(
              `${data.name}, ${name}, ${models}, ${intervals}: ${rows.at(-1)!.slice(5, 7).join(', ')}`,
            );
          }
    }
    return {
      head: [
        'data',
        'windows',
        'forecast',
        'intervals',
        'of',
        'worst',
        'loss',
        'in 80 %',
        ...ASKED.map(String),
      ],
      rows,
    };
  },
};

function dataSets({ small, dataFolder }: Context): (() => Promise<RetailData>)[] {
  if (small) return [async () => madeUp('days', 7, 7, 70), async () => madeUp('months', 12, 6, 48)];
  const every = (data: RetailData, stride: number): RetailData => ({
    ...data,
    series: data.series.filter((_, i) => i % stride === 0),
  });
  return [
    async () => every(await m5Data(dataFolder('m5')), M5_STRIDE),
    () => freshretailData(dataFolder('freshretail'), FRESHRETAIL_STRIDE),
    () => onlineRetailData(dataFolder('online-retail'), ONLINE_RETAIL_STRIDE),
    async () => every(await carpartsData(dataFolder('carparts')), CARPARTS_STRIDE),
    async () => every(await walmartData(dataFolder('walmart-weekly')), WALMART_STRIDE),
  ];
}

function tally(
  data: RetailData,
  origins: readonly number[],
  models: (typeof FORECASTS)[number],
  intervals: IntervalMethod,
): { steps: PitTally; totals: PitTally } {
  const { horizon, season } = data;
  const steps = new PitTally();
  const totals = new PitTally();
  for (const origin of origins) {
    const { values, offsets, actual } = windowAt(data, origin);
    // Days on which a shop was closed are known to be closed.
    const closed = Uint8Array.from(actual, (value) => (Number.isNaN(value) ? 1 : 0));
    const forecast = forecastPanel(
      { values, offsets, closed },
      {
        horizon,
        season,
        quantiles: DENSE,
        models: models === 'auto' ? 'auto' : [models],
        origins: 3,
        intervals,
      },
    );
    for (let i = 0; i < forecast.count; i++) {
      const scale = meanChange(values.subarray(offsets[i], offsets[i + 1]));
      if (!(scale > 0)) continue;
      const fast = average(values.subarray(offsets[i], offsets[i + 1])) > FAST_MEAN;
      const came = actual.subarray(i * horizon, (i + 1) * horizon);
      const width = DENSE.length;
      steps.add(
        came,
        forecast.quantileValues.subarray(i * horizon * width, (i + 1) * horizon * width),
        scale,
        fast,
      );
      const total = came.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
      totals.add(
        Float64Array.of(total),
        forecast.totalQuantiles.subarray(i * width, (i + 1) * width),
        scale * horizon,
        fast,
      );
    }
  }
  return { steps, totals };
}

/** Mean absolute change from one observed value to the next: M5's scale of pinball loss. */
function meanChange(history: Float64Array): number {
  const observed = history.filter((value) => !Number.isNaN(value));
  let sum = 0;
  for (let t = 1; t < observed.length; t++) sum += Math.abs(observed[t] - observed[t - 1]);
  return sum / (observed.length - 1);
}

function average(history: Float64Array): number {
  const observed = history.filter((value) => !Number.isNaN(value));
  return observed.reduce((sum, value) => sum + value, 0) / observed.length;
}

function row(names: readonly string[], { deviations, loss, coverage80 }: PitTally): string[] {
  const worst = Math.max(...deviations.map(Math.abs));
  return [
    ...names,
    worst.toFixed(1),
    loss.toFixed(4),
    coverage80?.toFixed(3) ?? '–',
    ...deviations.map((points) => points.toFixed(1)),
  ];
}
