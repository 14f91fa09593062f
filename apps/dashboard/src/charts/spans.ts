import type { Fan } from './fan.ts';

export type SpanName = 'short' | 'middle' | 'long' | 'all';

const periods = {
  D: { short: 56, middle: 91, long: 365 },
  W: { short: 26, middle: 52, long: 104 },
  M: { short: 12, middle: 24, long: 48 },
} as const;

const words = {
  D: { short: '8 weeks', middle: '3 months', long: '1 year', all: 'All' },
  W: { short: '6 months', middle: '1 year', long: '2 years', all: 'All' },
  M: { short: '1 year', middle: '2 years', long: '4 years', all: 'All' },
} as const;

/** How far back the chart can look: only what the history reaches. */
export function spans(fan: Fan): { value: SpanName; label: string }[] {
  const reach = periods[fan.frequency];
  const names = (['short', 'middle', 'long'] as const).filter((name) => reach[name] < fan.firstForecast);
  return [...names, 'all' as const].map((value) => ({ value, label: words[fan.frequency][value] }));
}

/** Index of the first period shown. */
export function spanStart(fan: Fan, span: SpanName): number {
  return span === 'all' ? 0 : Math.max(0, fan.firstForecast - periods[fan.frequency][span]);
}
