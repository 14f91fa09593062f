import { readFileSync } from 'node:fs';

/** One model of a given order as R's arima estimated it. */
export interface ArimaFitReference {
  readonly series: string;
  readonly order: readonly [number, number, number];
  readonly seasonal: readonly [number, number, number];
  readonly season: number;
  readonly constant: boolean;
  readonly coefficients: readonly number[];
  readonly logLikelihood: number;
  readonly sigma2: number;
  readonly forecast: readonly number[];
  readonly deviation: readonly number[];
}

/** What an automatic search chose: terms are [p, q, P, Q]. */
export interface ArimaChoiceReference {
  readonly series: string;
  readonly d: number;
  readonly D: number;
  readonly terms: readonly number[];
  readonly constant: boolean;
  readonly aicc: number;
  readonly forecast: readonly number[];
  readonly upper80: readonly number[];
}

interface FromR {
  readonly series: Readonly<Record<string, { season: number; values: (number | null)[] }>>;
  readonly fits: readonly ArimaFitReference[];
  readonly automatic: readonly ArimaChoiceReference[];
  readonly regression: {
    readonly values: readonly number[];
    readonly gaps: readonly (number | null)[];
    readonly column: readonly number[];
    readonly coefficients: readonly number[];
    readonly slopes: readonly number[];
    readonly slopeDeviation: number;
    readonly logLikelihood: number;
    readonly gapsCoefficients: readonly number[];
    readonly gapsSlope: number;
    readonly gapsLogLikelihood: number;
  };
}

interface FromStatsforecast {
  readonly automatic: readonly ArimaChoiceReference[];
  readonly fits: readonly (Pick<
    ArimaFitReference,
    'series' | 'order' | 'seasonal' | 'constant' | 'logLikelihood'
  > & {
    readonly forecast: readonly number[];
    readonly upper80: readonly number[];
  })[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/arima/${name}`, import.meta.url), 'utf8'));
}

/** Of R 4.2.2's arima and forecast 8.20's auto.arima; fixtures/arima/make_r.R writes it. */
export const fromR = read<FromR>('r.json');

/** Of statsforecast 2.1.1; fixtures/arima/make_statsforecast.py writes it. */
export const fromStatsforecast = read<FromStatsforecast>('statsforecast.json');

/** Values of a series of the fixtures, NaN where not observed. */
export function arimaValues(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}
