import { readFileSync } from 'node:fs';
import type { EtsPoint } from '../kernels/ets/fit.ts';
import type { EtsForm } from '../kernels/ets/form.ts';

/** What another implementation ended with for one form, and what follows from it. */
export interface EtsReferenceFit {
  /** The function asked, where there are several. */
  readonly name?: string;
  readonly form: readonly [EtsForm['error'], EtsForm['trend'], EtsForm['season']];
  /** alpha, beta, gamma, phi */
  readonly constants: readonly [number, number, number, number];
  /** Level, trend if any, then seasons backwards in time: of the period before the first value, the one before … */
  readonly states: readonly number[];
  readonly logLikelihood: number;
  readonly aicc: number;
  readonly squaredError: number;
  readonly mean: readonly number[];
  readonly deviations?: readonly number[];
}

export interface EtsReferences {
  readonly horizon: number;
  readonly series: readonly {
    readonly name: string;
    readonly season: number;
    readonly values: readonly number[];
    readonly automaticForm: string;
    readonly automaticAicc: number;
    readonly fits: readonly EtsReferenceFit[];
  }[];
}

/** fixtures/ets/<file>, which the script beside it wrote. */
export function etsReferences(file: string): EtsReferences {
  return JSON.parse(readFileSync(new URL(`../../fixtures/ets/${file}`, import.meta.url), 'utf8'));
}

export function formOf({ form: [error, trend, season] }: EtsReferenceFit): EtsForm {
  return { error, trend, season };
}

/** The reference's constants and initial states as ours: seasons by phase. */
export function pointOf(reference: EtsReferenceFit, season: number): EtsPoint {
  const { trend, season: kind } = formOf(reference);
  const [alpha, beta, gamma, phi] = reference.constants;
  const trended = trend !== 'N';
  const seasons = kind === 'N' ? [0] : reference.states.slice(trended ? 2 : 1).toReversed();
  if (kind !== 'N' && seasons.length !== season) throw new Error('a reference with another season');
  return {
    constants: { alpha, beta, gamma, phi },
    initial: Float64Array.of(reference.states[0], trended ? reference.states[1] : 0, ...seasons),
  };
}
