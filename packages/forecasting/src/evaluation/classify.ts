/** How demand comes: often or rarely, in even or uneven amounts. */
export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

/**
 * Where Croston's method (as corrected by Syntetos and Boylan) begins to beat smoothing: a mean interval of more than 1.32
 * periods between demands; and sizes whose squared coefficient of variation is above 0.49 (Syntetos, Boylan &
 * Croston 2005, Journal of the Operational Research Society 56, table 2 and figure 1).
 */
const LONG_INTERVAL = 1.32;
const UNEVEN_SIZES = 0.49;

/**
 * The class of a history: by the mean interval between its demands (observed periods ÷ demands) and the squared
 * coefficient of variation of their sizes. Without any demand it is lumpy: nothing is rarer.
 *
 * @param values NaN = not observed, which is neither a demand nor a period without one.
 */
export function classify(values: Float64Array): DemandClass {
  let periods = 0;
  let demands = 0;
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    periods++;
    if (value === 0) continue;
    demands++;
    sum += value;
    squares += value * value;
  }
  if (demands === 0) return 'lumpy';
  const mean = sum / demands;
  const uneven = squares / demands / (mean * mean) - 1 > UNEVEN_SIZES;
  if (periods / demands > LONG_INTERVAL) return uneven ? 'lumpy' : 'intermittent';
  return uneven ? 'erratic' : 'smooth';
}
