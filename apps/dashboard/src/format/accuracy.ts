import { locale as ownLocale } from './locale.ts';
import { percent, units } from './numbers.ts';
import { type Frequency, periodName } from './periods.ts';

interface Errors {
  readonly mae: number | null;
  readonly naive_mae?: number | null;
}

/** "On average off by 2.1 units a day; the naive forecast by 2.9." Words first, always beside the naive one. */
export function accuracyAnswer(errors: Errors, frequency: Frequency, locale = ownLocale): string {
  if (errors.mae === null) return 'Not enough history yet to say how accurate the forecasts are';
  const off = `On average off by ${units(errors.mae, locale)} units a ${periodName(frequency)}`;
  if (errors.naive_mae == null) return off;
  return `${off}; the naive forecast by ${units(errors.naive_mae, locale)}`;
}

/** WAPE in words: "On average off by 47 in every 100 units sold; the naive forecast by 65." */
export function shareAnswer(wape: number | null, naive: number | null, locale = ownLocale): string {
  if (wape === null) return 'Not enough history yet to say how accurate the forecasts are';
  const off = `On average off by ${units(wape * 100, locale)} in every 100 units sold`;
  return naive === null ? off : `${off}; the naive forecast by ${units(naive * 100, locale)}`;
}

/** How much better than naive, as a share of naive's error: 0.28 = 28 % less error; negative where naive is better. */
export function skill(error: number | null, naive: number | null): number | null {
  if (error === null || naive === null || naive <= 0) return null;
  return 1 - error / naive;
}

export function skillWords(error: number | null, naive: number | null, locale = ownLocale): string {
  const gain = skill(error, naive);
  if (gain === null) return 'Not compared with the naive forecast yet';
  if (Math.abs(gain) < 0.005) return 'As good as the naive forecast';
  return gain > 0
    ? `${percent(gain, locale)} less error than the naive forecast`
    : `${percent(-gain, locale)} more error than the naive forecast`;
}

/** A lean below 2 % of sales is noise in any backtest of a few weeks. */
const NO_LEAN = 0.02;

export function biasWords(bias: number | null, locale = ownLocale): string {
  if (bias === null) return 'Lean not known yet';
  if (Math.abs(bias) < NO_LEAN) return 'Leans neither high nor low';
  return bias > 0 ? `Leans ${percent(bias, locale)} too high` : `Leans ${percent(-bias, locale)} too low`;
}

/** "On 79 of 100 days sales were inside the band that should hold 80." */
export function coverageWords(coverage: number | null, frequency: Frequency): string {
  if (coverage === null) return 'How often the band holds is not known yet';
  return `In ${Math.round(coverage * 100)} of 100 ${periodName(frequency)}s sales were inside the ${percent(0.8)} band`;
}
