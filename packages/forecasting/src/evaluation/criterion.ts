import type { Criterion, ModelScore } from '../contract.ts';

export const criteria: readonly Criterion[] = ['rmsse', 'mase', 'wape', 'pinball'];

/**
 * What a candidate lost on the rolling origins, smaller is better. Candidates are tested on the same values, so that within a
 * series sums order them as the measures do: RMSSE as squared error, MASE and WAPE as absolute error.
 */
export function lossOf(score: ModelScore, criterion: Criterion = 'rmsse'): number {
  switch (criterion) {
    case 'rmsse':
      return score.squaredError;
    case 'mase':
    case 'wape':
      return score.absoluteError;
    case 'pinball':
      return score.pinball;
  }
}

/** The power of absolute error in a criterion; pinball loss grows like absolute error. */
export function lossPower(criterion: Criterion = 'rmsse'): 1 | 2 {
  return criterion === 'rmsse' ? 2 : 1;
}
