import type { Attention } from '@shelfcast/contract';

interface AttentionWords {
  /** As a badge beside a product. */
  readonly short: string;
  /** After a count of products: "12 will sell much more than before". */
  readonly many: string;
  /** What it means, and what can be done. */
  readonly meaning: string;
  readonly tone: 'bad' | 'warn' | 'quiet';
}

const words: Record<Attention, AttentionWords> = {
  rising: {
    short: 'Rising',
    many: 'should sell much more than lately',
    meaning:
      'Expected to sell at least half as much again as in the period before. Check that stock and orders keep up.',
    tone: 'warn',
  },
  falling: {
    short: 'Falling',
    many: 'should sell much less than lately',
    meaning: 'Expected to sell at most half of the period before. Check open orders before they arrive.',
    tone: 'warn',
  },
  inaccurate: {
    short: 'Hard to forecast',
    many: 'are hard to forecast',
    meaning:
      'The forecast missed by more than was sold, when tested on the past. Plan by the range, not by the middle.',
    tone: 'bad',
  },
  biased: {
    short: 'Leans',
    many: 'have forecasts that lean to one side',
    meaning: 'Forecast over 30% too high or too low, when tested on the past.',
    tone: 'bad',
  },
  'short-history': {
    short: 'Short history',
    many: 'have too short a history to test',
    meaning: 'Too few days to test a forecast on. Expect wide ranges until there are more.',
    tone: 'quiet',
  },
  'no-recent-sales': {
    short: 'No recent sales',
    many: 'sold nothing lately',
    meaning: 'Sold before, but nothing in the last weeks. Delisted, out of stock, or missing from the file?',
    tone: 'quiet',
  },
  'stand-in': {
    short: 'Stand-in',
    many: 'are forecast by a stand-in',
    meaning: 'A model failed; a simpler one stands in, under its own name.',
    tone: 'bad',
  },
};

export const attentionWords = (kind: Attention): AttentionWords =>
  words[kind] ?? { short: kind, many: kind, meaning: '', tone: 'quiet' };

export const attentionKinds = Object.keys(words) as Attention[];
