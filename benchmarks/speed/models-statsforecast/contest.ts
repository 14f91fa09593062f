import { isFailure, type Model } from '@shelfcast/forecasting';
import type { Peer } from '../../peers/peer.ts';
import { naiveScale } from '../../shared/retail/naive-scale.ts';
import type { RetailSeries } from '../../shared/retail/retail-data.ts';

/** What one series gave: seconds of one thread over all origins, and the root of the mean scaled squared error. */
export interface Contestant {
  readonly seconds: number;
  readonly rmsse: number;
}

export interface SeriesContest {
  readonly ours: Contestant;
  readonly theirs: Contestant | undefined;
}

export interface Course {
  readonly season: number;
  readonly horizon: number;
  readonly origins: readonly number[];
}

/**
 * Fits both to the same histories and lets both forecast, a series at a time, turn and turn about, so that whatever else the
 * machine does hits both. Measured is processor time; ours with everything that this process does meanwhile, garbage
 * collection and compiling included.
 */
export async function contest(
  model: Model,
  peer: { readonly model: string; readonly library: Peer } | undefined,
  sample: readonly RetailSeries[],
  course: Course,
  onSeries: (done: number) => void,
): Promise<SeriesContest[]> {
  const results: SeriesContest[] = [];
  // One series beforehand: what is compiled or loaded at the first use is no part of a batch's time.
  await runSeries(model, peer, sample[0], course);
  for (const series of sample) {
    results.push(await runSeries(model, peer, series, course));
    onSeries(results.length);
  }
  return results;
}

async function runSeries(
  model: Model,
  peer: { readonly model: string; readonly library: Peer } | undefined,
  series: RetailSeries,
  { season, horizon, origins }: Course,
): Promise<SeriesContest> {
  const first = series.values.findIndex((value) => value > 0);
  const histories = origins.map((origin) => series.values.subarray(first, origin));
  const scored = (forecasts: readonly ArrayLike<number>[], seconds: number): Contestant => {
    const scaled = forecasts.map((forecast, k) => {
      let squared = 0;
      for (let h = 0; h < horizon; h++)
        squared += (Math.max(0, forecast[h]) - series.values[origins[k] + h]) ** 2;
      return squared / horizon / naiveScale(histories[k]);
    });
    return { seconds, rmsse: Math.sqrt(scaled.reduce((sum, one) => sum + one, 0) / scaled.length) };
  };

  const before = process.cpuUsage();
  const forecasts = histories.map((values) => {
    const fit = model.fit({ values, season });
    if (isFailure(fit)) throw new Error(`${model.name} could not be fitted: ${fit.cause}`);
    return fit.forecast(horizon);
  });
  const { user, system } = process.cpuUsage(before);
  const ours = scored(forecasts, (user + system) / 1e6);
  if (peer === undefined) return { ours, theirs: undefined };
  const answer = await peer.library.forecast(peer.model, season, horizon, histories);
  const seconds = answer.seconds.reduce((sum, one) => sum + one, 0);
  return { ours, theirs: scored(answer.forecasts, seconds) };
}
