import { readFileSync } from 'node:fs';

/** One fit of R's Arima with regressors. */
interface ArimaReference {
  readonly coef: Readonly<Record<string, number>>;
  /** Standard errors of the coefficients. */
  readonly deviations: Readonly<Record<string, number>>;
  readonly mean: readonly number[];
}

interface Referenced {
  /** null = not observed. */
  readonly values: readonly (number | null)[];
  readonly arma: ArimaReference;
}

/** What R and forecast make of series with regressors; fixtures/regression/make_r.R writes it. */
export const regressionReferences: {
  readonly regressors: Readonly<Record<'promotion' | 'price' | 'feast', readonly number[]>>;
  readonly n: number;
  readonly horizon: number;
  readonly stationary: Referenced & { readonly leastSquares: Readonly<Record<string, number>> };
  readonly holes: Referenced;
  readonly walk: Referenced;
  readonly passengers: {
    readonly values: readonly number[];
    /** Box and Cox's λ by likelihood. */
    readonly lambda: number;
  };
  /** Forecasts of auto.arima with five Fourier pairs for the last year, which it was not shown. */
  readonly deaths: { readonly values: readonly number[]; readonly mean: readonly number[] };
} = JSON.parse(readFileSync(new URL('../../fixtures/regression/r.json', import.meta.url), 'utf8'));

export const regressorNames = ['promotion', 'price', 'feast'] as const;

/** Values with gaps as NaN. */
export function valuesOf({ values }: Referenced): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}

/** Rows [first columns, regressors, values (0 where not observed)] of a referenced series, row-major. */
export function rowsOf(values: Float64Array, first: readonly ((t: number) => number)[]): Float64Array {
  const rows: number[] = [];
  for (let t = 0; t < values.length; t++) {
    for (const column of first) rows.push(column(t));
    for (const name of regressorNames) rows.push(regressionReferences.regressors[name][t]);
    rows.push(Number.isNaN(values[t]) ? 0 : values[t]);
  }
  return Float64Array.from(rows);
}
