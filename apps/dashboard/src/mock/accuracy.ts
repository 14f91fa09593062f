import type { Accuracy, Run, Series } from '@shelfcast/contract';
import { locations } from './shop.ts';

type Numbers = NonNullable<Run['accuracy']>;

/** Accuracy over all series of the stand-in shop, weighted by what sells. */
export function accuracyOf(all: readonly Series[]): Numbers {
  let sold = 0;
  let error = 0;
  let naive = 0;
  let lean = 0;
  const models: Record<string, number> = {};
  for (const one of all) {
    const weight = one.total_mean ?? 0;
    sold += weight;
    error += weight * (one.wape ?? 0);
    naive += weight * (one.naive_wape ?? 0);
    lean += weight * (one.bias ?? 0);
    if (one.model) models[one.model] = (models[one.model] ?? 0) + 1;
  }
  const wape = error / sold;
  const naiveWape = naive / sold;
  const naiveWon = all.filter((one) => one.naive_won).length;
  return {
    series: all.length,
    observations: all.length * 28 * 3,
    wape,
    naive_wape: naiveWape,
    skill: 1 - wape / naiveWape,
    bias: lean / sold,
    coverage: { '0.5': 0.512, '0.8': 0.794, '0.9': 0.889 },
    models,
    reasons: { 'best-in-backtest': all.length - naiveWon, 'naive-won': naiveWon },
    naive_won: naiveWon,
    levels: {
      location: { series: locations.length, wape: 0.081, naive_wape: 0.118 },
      total: { series: 1, wape: 0.062, naive_wape: 0.094 },
    },
  };
}

export function accuracyPage(all: readonly Series[], run: Run): Accuracy {
  const groups = (key: (one: Series) => string) =>
    Object.entries(Object.groupBy(all, key)) as [string, Series[]][];
  return {
    run,
    overall: accuracyOf(all),
    by_model: groups((one) => one.model ?? '')
      .map(([model, list]) => ({ model, ...medians(list) }))
      .sort((a, b) => b.series - a.series),
    by_location: locations.map(({ location, code, name }) => ({
      location: { location, code, name },
      ...medians(all.filter((one) => one.location.location === location)),
    })),
    runs: [3, 4, 5, 6, 7].map((number) => ({
      run: number,
      origin: `2026-${number < 6 ? '10' : '11'}-${['03', '17', '31', '14', '21'][number - 3]}`,
      wape: accuracyOf(all).wape! * (1.12 - number * 0.017),
      naive_wape: accuracyOf(all).naive_wape! * (1.03 - number * 0.004),
      bias: 0.04 - number * 0.007,
      coverage80: 0.76 + number * 0.005,
    })),
  };
}

function medians(list: readonly Series[]) {
  const middle = (values: (number | null)[]) => {
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    return sorted.length ? sorted[Math.floor(sorted.length / 2)]! : null;
  };
  return {
    series: list.length,
    naive_won: list.filter((one) => one.naive_won).length,
    median_wape: middle(list.map((one) => one.wape)),
    median_naive_wape: middle(list.map((one) => one.naive_wape)),
    median_bias: middle(list.map((one) => one.bias)),
  };
}
