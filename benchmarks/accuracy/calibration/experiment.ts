import { forecastPanel, type IntervalMethod } from '@shelfcast/forecasting';
import type { Experiment } from '../../shared/experiment.ts';
import { originsBefore, windowedData } from '../../shared/retail/many-windows.ts';
import { originsOf, type RetailData, windowAt } from '../../shared/retail/retail-data.ts';
import { ASKED, DENSE, PitTally } from './pit-tally.ts';

/** Plain coverage is looked at where the mean of the history is above it. */
const FAST_MEAN = 10;

/** Of each step: the default, and past errors alone. Totals are made the same way by both. */
const METHODS: readonly IntervalMethod[] = ['auto', 'conformal'];
const MEDIAN = ASKED.indexOf(0.5);

export const experiment: Experiment = {
  question: 'Are the intervals calibrated, of each step and of the horizon’s total?',
  async run(context) {
    const rows: string[][] = [];
    for (const set of windowedData(context)) {
      const data = await set.load();
      const windows = {
        before: originsBefore(data, set),
        reported: originsOf(data, set.reported),
      };
      for (const [name, origins] of Object.entries(windows))
        for (const intervals of METHODS) {
          const { steps, totals } = tally(data, origins, intervals);
          const labels = [data.name, `${origins.length} ${name}`, intervals];
          rows.push(row([...labels, 'steps'], steps));
          if (intervals === 'auto') rows.push(row([...labels, 'totals'], totals));
          context.say(`${labels.join(', ')}: ${rows.at(-1)!.slice(4, 7).join(', ')}`);
        }
    }
    return {
      head: [
        'data',
        'windows',
        'intervals',
        'of',
        'worst',
        'between windows',
        'loss',
        'in 80 %',
        ...ASKED.map(String),
      ],
      rows,
    };
  },
};

/** One tally over all windows, and one of each. */
class Tallies {
  readonly all = new PitTally();
  readonly each: PitTally[] = [];

  begin(): void {
    this.each.push(new PitTally());
  }

  add(...values: Parameters<PitTally['add']>): void {
    this.all.add(...values);
    this.each.at(-1)!.add(...values);
  }

  /** Standard deviation between windows of the median's deviation: what is common to all series of a window. */
  get between(): number | undefined {
    if (this.each.length < 2) return undefined;
    const medians = this.each.map((tally) => tally.deviations[MEDIAN]);
    const mean = medians.reduce((sum, points) => sum + points, 0) / medians.length;
    return Math.sqrt(medians.reduce((sum, points) => sum + (points - mean) ** 2, 0) / (medians.length - 1));
  }
}

function tally(
  data: RetailData,
  origins: readonly number[],
  intervals: IntervalMethod,
): { steps: Tallies; totals: Tallies } {
  const { horizon, season } = data;
  const steps = new Tallies();
  const totals = new Tallies();
  for (const origin of origins) {
    steps.begin();
    totals.begin();
    const { values, offsets, known, actual } = windowAt(data, origin);
    const columns = known.length > 0 && { known: { names: data.known, columns: known } };
    // Days on which a shop was closed are known to be closed.
    const closed = Uint8Array.from(actual, (value) => (Number.isNaN(value) ? 1 : 0));
    const forecast = forecastPanel(
      { values, offsets, closed, ...columns },
      {
        horizon,
        season,
        quantiles: DENSE,
        models: 'auto',
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

function row(names: readonly string[], { all, between }: Tallies): string[] {
  const { deviations, loss, coverage80 } = all;
  const worst = Math.max(...deviations.map(Math.abs));
  return [
    ...names,
    worst.toFixed(1),
    between?.toFixed(1) ?? '–',
    loss.toFixed(4),
    coverage80?.toFixed(3) ?? '–',
    ...deviations.map((points) => points.toFixed(1)),
  ];
}
