import type { Level } from '@shelfcast/domain';
import type { RunAccuracy } from '@shelfcast/serving';
import { type AccuracySums, addSums, noSums } from '@shelfcast/shards';
import type { DoneResult } from '../forecast/forecast-shards.ts';
import { publishedNumber } from '../forecast/published-number.ts';

/** Adds up what the shards measured on the horizon they were not shown. Counts and headline are of the level `series`. */
export function runAccuracy(results: readonly DoneResult[]): {
  readonly accuracy: RunAccuracy;
  readonly failures: Record<string, number>;
} {
  const byLevel: Record<Level, AccuracySums> = { series: noSums(), location: noSums(), total: noSums() };
  const holdout = byLevel.series;
  const models: Record<string, number> = {};
  const reasons: Record<string, number> = {};
  const failures: Record<string, number> = {};
  for (const result of results) {
    addSums(byLevel[result.level], result.holdout);
    if (result.level !== 'series') continue;
    addCounts(models, result.counts.models);
    addCounts(reasons, result.counts.reasons);
    addCounts(failures, result.counts.failures);
  }
  const wape = share(holdout.absoluteError, holdout.actual);
  const naiveWape = share(holdout.naiveAbsoluteError, holdout.actual);
  return {
    accuracy: {
      series: holdout.series,
      observations: holdout.observations,
      wape,
      naiveWape,
      skill:
        wape === null || naiveWape === null || naiveWape === 0 ? null : publishedNumber(1 - wape / naiveWape),
      bias: share(holdout.error, holdout.actual),
      coverage: Object.fromEntries(
        Object.entries(holdout.inside)
          .sort()
          .map(([nominal, inside]) => [nominal, share(inside, holdout.observations)]),
      ),
      models,
      reasons,
      naiveWon: reasons['naive-won'] ?? 0,
      levels: Object.fromEntries(
        Object.entries(byLevel).map(([level, sums]) => [
          level,
          {
            series: sums.series,
            wape: share(sums.absoluteError, sums.actual),
            naiveWape: share(sums.naiveAbsoluteError, sums.actual),
          },
        ]),
      ),
    },
    failures,
  };
}

function addCounts(to: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) to[name] = (to[name] ?? 0) + count;
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? publishedNumber(part / whole) : null;
}
