/**
 * The statistic of Kwiatkowski, Phillips, Schmidt & Shin (1992, eq. 13) for a level that stays, its long-run variance
 * with Bartlett's weights to lag ⌊3√n ÷ 13⌋ as forecast and statsforecast take it.
 */
export function kpss(values: Float64Array): number {
  const n = values.length;
  const lags = Math.floor((3 * Math.sqrt(n)) / 13);
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t] / n;
  const centred = values.map((value) => value - mean);
  let longRun = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += centred[t] * centred[t - lag];
    longRun += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * sum;
  }
  let partial = 0;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    partial += centred[t];
    squares += partial * partial;
  }
  return squares / (n * longRun);
}
