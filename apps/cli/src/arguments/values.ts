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

/** `auto`, or names of models. */
export function models(
  items: readonly string[] | undefined,
  known: readonly string[],
): 'auto' | readonly string[] {
  if (items === undefined || (items.length === 1 && items[0] === 'auto')) return 'auto';
  for (const item of items)
    if (!known.includes(item)) {
      const meant = nearest(item, known);
      throw new UsageError(
        `There is no model ${JSON.stringify(item)}.`,
        `${meant ? `Did you mean ${meant}? ` : ''}Give auto, or some of ${known.join(', ')}.`,
      );
    }
  if (items.length === 0)
    throw new UsageError('--models names none.', `Give auto, or some of ${known.join(', ')}.`);
  return items;
}
