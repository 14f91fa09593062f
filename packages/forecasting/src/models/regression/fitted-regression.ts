import type { FittedModel, Likelihood, SeriesInput } from '../../contract.ts';
import type { RegressionFit } from './fit-regression.ts';
import { jacobian, toScale } from './log-scale.ts';
import { meanScale } from './mean-scale.ts';

/** A regression that can forecast, and that a later fit can start from. */
export interface FittedRegression extends FittedModel {
  readonly found: RegressionFit;
}

/** Puts a regression that was found for `series` to use. Undefined where its errors are no finite numbers. */
export function fittedRegression(
  model: string,
  series: SeriesInput,
  found: RegressionFit,
): FittedRegression | undefined {
  const { values, known } = series;
  const { regression, left: past, columns } = found;
  const { shift, centre, errors, coefficients } = regression;
  const { design } = columns;

  /** What the columns say of periods [0, to), on the scale; those of the history are known. */
  const explained = (given: SeriesInput['known'], to: number): Float64Array => {
    const means = new Float64Array(to).fill(centre);
    for (let t = 0; t < values.length; t++) means[t] += found.explained[t];
    const rows = design.rows(given, values.length, to);
    for (let t = values.length, row = 0; t < to; t++, row += design.width)
      for (let j = 0; j < design.width; j++) means[t] += rows[row + j] * coefficients[j];
    return means;
  };
  const range = rangeSeen(values);
  /** What the columns leave of the values, on the scale; values beyond what was seen count as its edge. */
  const unexplained = (over: Float64Array, means: Float64Array): Float64Array =>
    over.map((value, t) => toScale(Math.max(value, range.low), shift) - means[t]);

  const innovations = errors.innovations(past);
  let squares = 0;
  let count = 0;
  for (let t = 0; t < innovations.length; t++) {
    if (Number.isNaN(innovations[t])) continue;
    squares += innovations[t] ** 2;
    count++;
  }
  const variance = squares / count;
  if (!Number.isFinite(variance)) return undefined;
  const scale = meanScale(shift, range, innovations, variance);
  /** Means of the periods after the history, on the scale. */
  const ahead = (horizon: number): Float64Array => {
    const means = explained(known, values.length + horizon).subarray(values.length);
    const left = errors.forecast(past, Int32Array.of(values.length), horizon);
    return means.map((mean, h) => mean + left[h]);
  };

  return {
    model,
    parameters: { ...(Number.isFinite(shift) && { logShift: shift }), variance, ...errors.constants },
    likelihood: likelihoodOf(),
    found,
    forecast: (horizon) => scale.meansOf(ahead(horizon), variances(horizon)),
    replay(origins, horizon, over = series) {
      const columns = explained(over.known, over.values.length + horizon);
      const rows = errors.forecast(unexplained(over.values, columns), origins, horizon);
      const spread = variances(horizon);
      for (let r = 0; r < origins.length; r++) {
        const row = rows.subarray(r * horizon, (r + 1) * horizon);
        for (let h = 0; h < horizon; h++) row[h] += columns[origins[r] + h];
        row.set(scale.meansOf(row, spread));
      }
      return rows;
    },
    deviations: (horizon) => scale.deviationsOf(ahead(horizon), variances(horizon)),
    simulate(horizon, paths, random) {
      const drawn = innovations.filter((innovation) => !Number.isNaN(innovation));
      const means = ahead(horizon);
      const echoes = errors.echoes(horizon);
      const rows = new Float64Array(paths * horizon);
      const shocks = new Float64Array(horizon);
      for (let p = 0; p < paths; p++) {
        for (let h = 0; h < horizon; h++) {
          shocks[h] = drawn[Math.floor(random() * drawn.length)];
          let error = shocks[h];
          for (let i = 0; i < h; i++) error += echoes[h - 1 - i] * shocks[i];
          rows[p * horizon + h] = scale.valueOf(means[h] + error);
        }
      }
      return rows;
    },
  };

  /** Variances of the errors 1, 2, … horizon periods ahead on the scale (Hyndman et al. 2008, eq. 6.1). */
  function variances(horizon: number): Float64Array {
    const echoes = errors.echoes(horizon);
    const sums = new Float64Array(horizon);
    let sum = 1;
    for (let h = 0; h < horizon; h++) {
      sums[h] = variance * sum;
      sum += echoes[h] ** 2;
    }
    return sums;
  }

  /** Of the values on their own scale, the coefficients counting as the data decided them (Hurvich, Simonoff & Tsai 1998). */
  function likelihoodOf(): Likelihood {
    const spread = Math.max(variance, Number.MIN_VALUE);
    const deviance = count * (Math.log(2 * Math.PI * spread) + 1) + jacobian(values, shift);
    const freedom = regression.freedom.reduce((sum, part) => sum + part, 0);
    const parameterCount = freedom + Object.keys(errors.constants).length + 1;
    const correction = count / Math.max(1, count - parameterCount - 1);
    return {
      logLikelihood: -deviance / 2,
      parameterCount,
      aicc: deviance + 2 * parameterCount * correction,
    };
  }
}

function rangeSeen(values: Float64Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < values.length; t++) {
    if (values[t] < low) low = values[t];
    if (values[t] > high) high = values[t];
  }
  return { low, high };
}
