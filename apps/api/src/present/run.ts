import type { AccuracyNumbers, Run } from '@shelfcast/contract';
import type { RunAccuracy, Run as ServedRun } from '@shelfcast/serving';

/** A run as the API shows it: without keys of blobs and without leases. */
export function presentRun(run: ServedRun, current: number | undefined): Run {
  return {
    run: run.run,
    state: run.state,
    current: run.run === current,
    frequency: run.frequency,
    horizon: run.horizon,
    season: run.season,
    origin: run.originOn,
    quantiles: [...run.quantiles],
    series_total: run.seriesTotal,
    series_done: run.seriesDone,
    failures: { ...run.failures },
    accuracy: run.accuracy && presentAccuracy(run.accuracy),
    failure: run.failure && { ...run.failure },
    requested_by: run.requestedBy,
    created_at: run.createdAt,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
  };
}

export function presentAccuracy(accuracy: RunAccuracy): AccuracyNumbers {
  return {
    series: accuracy.series,
    observations: accuracy.observations,
    wape: accuracy.wape,
    naive_wape: accuracy.naiveWape,
    skill: accuracy.skill,
    bias: accuracy.bias,
    coverage: { ...accuracy.coverage },
    models: { ...accuracy.models },
    reasons: { ...accuracy.reasons },
    naive_won: accuracy.naiveWon,
    levels: Object.fromEntries(
      Object.entries(accuracy.levels).map(([level, { series, wape, naiveWape }]) => [
        level,
        { series, wape, naive_wape: naiveWape },
      ]),
    ),
  };
}
