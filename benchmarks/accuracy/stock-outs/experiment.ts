import { inferStockOuts } from '@shelfcast/domain/stock-outs';
import { forecastPanel } from '@shelfcast/forecasting';
import type { Experiment } from '../../shared/experiment.ts';
import {
  freshretailStocked,
  HOURS_OPEN,
  m5Stocked,
  madeUpStocked,
  type Stocked,
  type StockedData,
} from './stocked-data.ts';

/** The last windows, one horizon apart. */
const WINDOWS = 3;

type History = (units: Float64Array, hoursOut: Float64Array | null) => Float64Array;

const without = (units: Float64Array, isOut: (day: number) => boolean): Float64Array =>
  units.map((sold, day) => (isOut(day) ? Number.NaN : sold));
const inferred = (units: Float64Array): Uint8Array => inferStockOuts(units, new Uint8Array(units.length));

/** What a model may be shown of a series. */
const HISTORIES: Readonly<Record<string, History>> = {
  'as it sold': (units) => units,
  'without inferred': (units) => {
    const out = inferred(units);
    return without(units, (day) => out[day] === 1);
  },
  'without stated, ¾ of a day': (units, hours) => without(units, (day) => hours![day] >= 0.75 * HOURS_OPEN),
  'without stated, all day': (units, hours) => without(units, (day) => hours![day] >= HOURS_OPEN),
};

export const experiment: Experiment = {
  question: 'Which days were out of stock, and does it pay to leave them out of what the models see?',
  async run({ small, dataFolder, say }) {
    const data = small
      ? [madeUpStocked()]
      : [await freshretailStocked(dataFolder('freshretail')), await m5Stocked(dataFolder('m5'))];
    const rows: string[][] = [];
    for (const set of data) {
      const found = inference(set.series);
      for (const [name, history] of Object.entries(HISTORIES)) {
        if (name.includes('stated') && set.series[0].hoursOut === null) continue;
        const { wape, bias, leftOut } = accuracy(set, history);
        rows.push([
          set.name,
          name,
          `${(100 * leftOut).toFixed(2)} %`,
          wape.toFixed(4),
          bias.toFixed(4),
          ...(name === 'without inferred' ? found : ['', '', '']),
        ]);
        say(rows.at(-1)!.join('  '));
      }
    }
    return {
      head: ['data', 'history', 'left out', 'wape', 'bias', 'precision', 'recall', 'false of true zeros'],
      rows,
    };
  },
};

/** Of days without a sale: was it out of stock for half of the day or more, and is that inferred? */
function inference(series: readonly Stocked[]): string[] {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  let inStock = 0;
  for (const { units, hoursOut } of series) {
    if (hoursOut === null) return ['', '', ''];
    const out = inferred(units);
    for (let day = 0; day < units.length; day++) {
      if (units[day] !== 0) continue;
      const isOut = hoursOut[day] >= 0.5 * HOURS_OPEN;
      if (!isOut) inStock += 1;
      if (out[day] === 1) {
        if (isOut) right += 1;
        else wrong += 1;
      } else if (isOut) missed += 1;
    }
  }
  return [right / (right + wrong), right / (right + missed), wrong / Math.max(1, inStock)].map((share) =>
    share.toFixed(3),
  );
}

/** The error on days with stock all day: what sells on others is no measure of demand. */
function accuracy({ series, stride, horizon }: StockedData, history: History) {
  const chosen = series.filter((_, i) => i % stride === 0);
  let error = 0;
  let bias = 0;
  let volume = 0;
  let days = 0;
  let leftOut = 0;
  for (let window = WINDOWS; window >= 1; window--) {
    const histories = chosen.map(({ units, hoursOut }) => {
      const origin = units.length - window * horizon;
      return history(units.subarray(0, origin), hoursOut?.subarray(0, origin) ?? null);
    });
    const offsets = new Uint32Array(histories.length + 1);
    histories.forEach((values, i) => {
      offsets[i + 1] = offsets[i] + values.length;
    });
    const values = new Float64Array(offsets[histories.length]);
    histories.forEach((part, i) => {
      values.set(part, offsets[i]);
    });
    days += values.length;
    leftOut += values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
    const { mean } = forecastPanel(
      { values, offsets },
      { horizon, season: 7, quantiles: [0.1, 0.5, 0.9], models: 'auto', origins: 3 },
    );
    chosen.forEach(({ units, hoursOut }, i) => {
      for (let k = 0; k < horizon; k++) {
        const day = units.length - window * horizon + k;
        if (hoursOut && hoursOut[day] > 0) continue;
        error += Math.abs(mean[i * horizon + k] - units[day]);
        bias += mean[i * horizon + k] - units[day];
        volume += units[day];
      }
    });
  }
  return { wape: error / volume, bias: bias / volume, leftOut: leftOut / days };
}
