import { type Frequency, periodName } from './periods.ts';

// Model names stand only under "Why this number?", and never alone: each says in a few words what it does.
const words: Record<string, string> = {
  naive: 'repeats the last value',
  'seasonal-naive': 'repeats what sold one season before',
  mean: 'averages the whole past',
  drift: 'goes on as the past went from its first value to its last',
  'window-average': 'averages the recent past',
  'seasonal-window-average': 'averages the same weekday over recent weeks',
  ses: 'follows a slowly moving level',
  holt: 'follows level and trend',
  'damped-holt': 'follows level and a trend that fades',
  'holt-winters': 'follows level, trend and weekly pattern',
  'holt-winters-multiplicative': 'follows level, trend and a weekly pattern that grows with the level',
  'auto-damped-ets':
    'follows level, trend and season, no trend for ever, in the form that fits the past best',
  'auto-ets': 'follows level, trend and season, in the form that fits the past best',
  theta: 'joins the long line of the past with its recent level',
  'optimized-theta': 'joins the long line of the past with its recent level, as it fits best',
  'dynamic-theta': 'joins a line that moves with its recent level',
  'dynamic-optimized-theta': 'joins a line that moves with its recent level, as it fits best',
  'auto-theta': 'joins line and recent level, in the form that fits the past best',
  'auto-ces': 'follows level and season without a rule for the trend',
  'auto-arima': 'carries on what past values and past errors tell of the next',
  croston: 'estimates how often it sells, and how many at a time',
  'croston-optimized': 'estimates how often it sells, and how many at a time',
  'croston-sba': 'estimates how often it sells, and how many at a time',
  tsb: 'estimates how likely a sale is, for products that may be fading out',
  adida: 'adds sales up to longer stretches, in which something always sells',
  imapa: 'adds sales up to stretches of several lengths, and averages what they say',
  'regression-ets': 'learns what holidays, promotions and prices do, around a moving level',
  'regression-arima': 'learns what holidays, promotions and prices do, and what errors tell',
  zero: 'expects nothing to sell',
};

/** What a model does, in words; null for one this dashboard has not met. */
export function modelWords(model: string): string | null {
  const { outer, members } = partsOf(model);
  if (outer === 'mstl') {
    const rest = modelWords(members[0]);
    return `takes weekly and yearly patterns apart${rest ? `; for the rest, it ${rest}` : ''}`;
  }
  if (outer !== null) return `${combining[outer]} ${listed(members.map(modelName))}`;
  return words[model] ?? null;
}

const combining: Record<string, string> = {
  mean: 'averages',
  median: 'takes the middle of',
  weighted: 'averages, by how well each did before,',
  rare: 'averages, for products that sell now and then,',
};

const together: Record<string, string> = {
  mean: 'Mean',
  median: 'Median',
  weighted: 'Weighted mean',
  rare: 'Mean',
};

/** Words of names that are written in a way of their own. */
const spelling: Record<string, string> = {
  ses: 'SES',
  tsb: 'TSB',
  sba: 'SBA',
  ets: 'ETS',
  ces: 'CES',
  arima: 'ARIMA',
  mstl: 'MSTL',
  adida: 'ADIDA',
  imapa: 'IMAPA',
  croston: 'Croston',
  holt: 'Holt',
  theta: 'Theta',
  auto: 'automatic',
};

/** As people and the literature write them: "holt-winters" → "Holt-Winters", "mean(auto-ets,ses)" → "Mean of 2 models". */
export function modelName(model: string): string {
  const { outer, members } = partsOf(model);
  if (outer === 'mstl') return `MSTL with ${modelName(members[0])}`;
  if (outer !== null) {
    return `${together[outer]} of ${members.length} models`;
  }
  const text = model
    .replace('holt-winters', 'Holt–Winters')
    .replaceAll('-', ' ')
    .replaceAll(/[a-z]+/g, (word) => spelling[word] ?? word)
    .replace('Croston SBA', 'Croston-SBA')
    .replace(/^regression (.+)$/, 'regression with $1 errors')
    .replace('Holt–Winters', 'Holt-Winters');
  return capital(text);
}

/** "mean(ses,mstl(auto-ets))" → mean of ses and mstl(auto-ets). A model that is none of several has no outer part. */
function partsOf(model: string): { readonly outer: string | null; readonly members: readonly string[] } {
  const found = /^(mean|median|weighted|rare|mstl)\((.+)\)$/.exec(model);
  return found ? { outer: found[1], members: found[2].split(/,(?![^()]*\))/) } : { outer: null, members: [] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** Why this model and no other, as one sentence. `benchmarked` = how many models were held against each other. */
export function reasonWords(reason: string, benchmarked: number, frequency: Frequency): string {
  switch (reason) {
    case 'combined':
      return 'Several ways to forecast are averaged, each counting for more the better it predicted what had already happened; together they are steadier than any one of them.';
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
