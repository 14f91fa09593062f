import { readFileSync } from 'node:fs';

/** Constants and initial states that statsforecast's AutoETS ended with, and what follows from them. */
export interface EtsReference {
  readonly constants: {
    readonly alpha: number;
    readonly beta?: number;
    readonly gamma?: number;
    readonly phi?: number;
  };
  /** [level, (trend), season of the last, the last but one, … period before the series]. */
  readonly start: readonly number[];
  readonly squaredError: number;
  readonly mean: readonly number[];
}

export interface ReferenceSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly naive: readonly number[];
  readonly seasonalNaive: readonly number[];
  readonly windowAverage: readonly number[];
  readonly crostonSba: readonly number[];
  readonly tsb: {
    readonly sizeAlpha: number;
    readonly probabilityAlpha: number;
    readonly mean: readonly number[];
  };
  readonly sesFixed: { readonly alpha: number; readonly mean: readonly number[] };
  readonly sesOptimised: readonly number[];
  readonly etsANN: EtsReference;
  readonly etsANA?: EtsReference;
  readonly etsAAdA?: EtsReference;
}

/** What statsforecast 2.1.1 forecasts for made-up series; fixtures/make_statsforecast.py writes it. */
export const references: {
  readonly season: number;
  readonly horizon: number;
  readonly series: readonly ReferenceSeries[];
} = JSON.parse(readFileSync(new URL('../../fixtures/statsforecast.json', import.meta.url), 'utf8'));
