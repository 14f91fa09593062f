/** Mean squared change from one period to the next since the first sale: what RMSSE scales by. NaN where nothing sold. */
export function naiveScale(history: Float64Array): number {
  const first = history.findIndex((value) => Math.abs(value) > 0);
  if (first < 0) return Number.NaN;
  let sum = 0;
  let count = 0;
  for (let t = first + 1; t < history.length; t++) {
    const change = history[t] - history[t - 1];
    // A period that was not observed has no change to either side.
    if (Number.isNaN(change)) continue;
    sum += change * change;
    count++;
  }
  return sum / count;
}
