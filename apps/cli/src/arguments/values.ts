import { ForecastingError, modelNames, modelsNamed } from '@shelfcast/forecasting';
import { type Frequency, periodName } from '../calendar/calendar.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** A whole number from 1 on; undefined where the option isn't given. */
export function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new UsageError(
      `--${name} is ${JSON.stringify(text)}.`,
      `Give a whole number from 1 to ${most.toLocaleString('en-US')}.`,
    );
  return number;
}

/** One of a few words; letter case doesn't matter. */
export function oneOf<T extends string>(
  name: string,
  text: string | undefined,
  words: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
  if (found === undefined)
    throw new UsageError(`--${name} is ${JSON.stringify(text)}.`, `Give one of ${words.join(', ')}.`);
  return found;
}

export function frequency(text: string | undefined): Frequency | undefined {
  return oneOf('frequency', text, Object.keys(periodName) as Frequency[]);
}

const LONGEST_SEASON = 3_660;

/** The season, a whole number, and longer ones after it, which need not be whole: 7,365.25. */
export function seasons(items: readonly string[] | undefined): readonly number[] | undefined {
  if (items === undefined) return undefined;
  const [first, ...longer] = items;
  const season = wholeNumber('season', first ?? '', LONGEST_SEASON)!;
  const all = [season, ...longer.map(Number)];
  longer.forEach((item, i) => {
    if (!(all[i + 1] > season && all[i + 1] <= LONGEST_SEASON))
      throw new UsageError(
        `--season has ${JSON.stringify(item)}.`,
        `Give the season, then longer ones: --season 7,365.25. None longer than ${LONGEST_SEASON.toLocaleString('en-US')}.`,
      );
  });
  return all;
}

const USUAL_QUANTILES: readonly number[] = [0.1, 0.5, 0.9];

/** Levels between 0 and 1, ascending and each once, whatever the order given. */
export function quantiles(items: readonly string[] | undefined): readonly number[] {
  if (items === undefined) return USUAL_QUANTILES;
  const levels = items.map((item) => {
    const level = Number(item);
    if (!(level > 0 && level < 1))
      throw new UsageError(
        `--quantiles has ${JSON.stringify(item)}.`,
        'Give levels between 0 and 1, such as 0.1,0.5,0.9.',
      );
    return level;
  });
  return [...new Set(levels)].sort((a, b) => a - b);
}

/** `auto`, or names of models, also in combinations such as mean(auto-ets,ses). */
export function models(items: readonly string[] | undefined): 'auto' | readonly string[] {
  if (items === undefined || (items.length === 1 && items[0] === 'auto')) return 'auto';
  const choice = `Give auto, or some of ${modelNames.join(', ')}; or several as mean(…) or median(…).`;
  if (items.length === 0) throw new UsageError('--models names none.', choice);
  for (const item of items) {
    if (isModelName(item)) continue;
    const meant = nearest(item, modelNames);
    throw new UsageError(
      `There is no model ${JSON.stringify(item)}.`,
      `${meant ? `Did you mean ${meant}? ` : ''}${choice}`,
    );
  }
  return items;
}

function isModelName(name: string): boolean {
  try {
    return modelsNamed([name]).length > 0;
  } catch (error) {
    if (error instanceof ForecastingError) return false;
    throw error;
  }
}
