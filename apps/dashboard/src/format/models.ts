import { type Frequency, periodName } from './periods.ts';

// Model names stand only under "Why this number?", and never alone: each says in a few words what it does.
const words: Record<string, string> = {
  naive: 'repeats the last value',
  'seasonal-naive': 'repeats what sold one season before',
  'window-average': 'averages the recent past',
  'seasonal-window-average': 'averages the same weekday over recent weeks',
  ses: 'follows a slowly moving level',
  'simple-exponential-smoothing': 'follows a slowly moving level',
  'holt-winters': 'follows level, trend and weekly pattern',
  'croston-sba': 'estimates how often it sells, and how many at a time',
  tsb: 'estimates how likely a sale is, for products that may be fading out',
  zero: 'expects nothing to sell',
};

/** What a model does, in words; null for one this dashboard has not met. */
export const modelWords = (model: string): string | null => words[model] ?? null;

/** "holt-winters" → "Holt-Winters": as the literature writes them. */
export function modelName(model: string): string {
  const fixed: Record<string, string> = {
    ses: 'SES',
    tsb: 'TSB',
    'croston-sba': 'Croston-SBA',
    'holt-winters': 'Holt-Winters',
  };
  return fixed[model] ?? (model.charAt(0).toUpperCase() + model.slice(1)).replaceAll('-', ' ');
}

/** Why this model and no other, as one sentence. `benchmarked` = how many models were held against each other. */
export function reasonWords(reason: string, benchmarked: number, frequency: Frequency): string {
  switch (reason) {
    case 'best-in-backtest':
      return `Of ${benchmarked} ways to forecast, this one did best when each had to predict ${periodName(frequency)}s that had already happened; large misses count more than small ones.`;
    case 'naive-won':
      return 'No model did better than simply repeating the last season, so that is what we use.';
    case 'history-too-short':
      return 'There is too little history to compare models yet, so a simple one is used until there is more.';
    case 'no-sales':
      return 'Nothing has sold in the history we have, so we expect nothing.';
    case 'only-candidate':
      return 'Only this model was asked for.';
    case 'stand-in':
      return 'The models that were tried failed on this product, so a simpler one stands in, under its own name.';
    default:
      return `It was chosen for this reason: ${reason}.`;
  }
}

/** "history-too-short" → "history too short": causes as people read them. */
export const failureWords = (cause: string): string => cause.replaceAll(/[-_]/g, ' ');
