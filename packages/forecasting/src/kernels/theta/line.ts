/**
 * What a Theta model sees of a series: its observed values, how far apart they are, and the straight line known before
 * each. Lines depend on the data alone, so that they are found once for all constants that a search tries.
 */
export interface ThetaTrack {
  /** Observed values, in order. */
  readonly values: Float64Array;
  /** Periods since the observed value before; 1 for the first. */
  readonly gaps: Float64Array;
  /** The line a + b t that holds for value i, t counted from 1 at the first observed value. */
  readonly intercepts: Float64Array;
  readonly slopes: Float64Array;
}

/** A least-squares line that takes in one point after another (Welford's way, which keeps its digits). */
export interface RunningLine {
  count: number;
  meanTime: number;
  meanValue: number;
  timeSquares: number;
  products: number;
}

export function emptyLine(): RunningLine {
  return { count: 0, meanTime: 0, meanValue: 0, timeSquares: 0, products: 0 };
}

/** Takes a point in: what Fiorucci et al. 2016, eqs. 13–15, do with A, B and the mean, for points at any times. */
export function extendLine(line: RunningLine, time: number, value: number): void {
  line.count++;
  const away = time - line.meanTime;
  line.meanTime += away / line.count;
  line.meanValue += (value - line.meanValue) / line.count;
  line.timeSquares += away * (time - line.meanTime);
  line.products += away * (value - line.meanValue);
}

/** 0 where one point is all there is. */
export function slopeOf(line: RunningLine): number {
  return line.timeSquares > 0 ? line.products / line.timeSquares : 0;
}

export function interceptOf(line: RunningLine): number {
  return line.meanValue - slopeOf(line) * line.meanTime;
}

/** The line through all observed values of a series, t counted from 1 at the first. */
export function lineOf(series: Float64Array): { intercept: number; slope: number } {
  const line = emptyLine();
  let time = 0;
  for (let t = 0; t < series.length; t++) {
    const observed = !Number.isNaN(series[t]);
    if (observed || time > 0) time++;
    if (observed) extendLine(line, time, series[t]);
  }
  return { intercept: interceptOf(line), slope: slopeOf(line) };
}

/**
 * The track of a series. `dynamic`: each value's line is that of the values before it; the first value's is the value itself.
 * Otherwise the line of the whole series holds everywhere.
 */
export function thetaTrack(series: Float64Array, observed: number, dynamic: boolean): ThetaTrack {
  const track: ThetaTrack = {
    values: new Float64Array(observed),
    gaps: new Float64Array(observed),
    intercepts: new Float64Array(observed),
    slopes: new Float64Array(observed),
  };
  const { values, gaps, intercepts, slopes } = track;
  const line = emptyLine();
  let first = 0;
  let last = 0;
  for (let t = 0, i = 0; t < series.length; t++) {
    const value = series[t];
    if (Number.isNaN(value)) continue;
    if (i === 0) first = t;
    values[i] = value;
    gaps[i] = i === 0 ? 1 : t - last;
    intercepts[i] = i === 0 ? value : interceptOf(line);
    slopes[i] = slopeOf(line);
    extendLine(line, t - first + 1, value);
    last = t;
    i++;
  }
  if (!dynamic) {
    intercepts.fill(interceptOf(line));
    slopes.fill(slopeOf(line));
  }
  return track;
}
