import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ForecastPlan } from '@shelfcast/forecasting';
import { forecastPanelOnThreads } from '@shelfcast/forecasting/threads';
import type { RetailWindow } from '../../shared/retail/retail-data.ts';
import { readForecast, windowName } from '../../shared/retail/window-files.ts';

const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** Forecasts of a window by ours: the default, or one model by name. */
export async function ourForecast(
  { data, values, offsets, known }: RetailWindow,
  model: string,
  withCovariates: boolean,
): Promise<Float64Array> {
  const plan: ForecastPlan = {
    horizon: data.horizon,
    season: data.season,
    quantiles: QUANTILES,
    models: model === 'auto' ? 'auto' : [model],
    origins: 3,
  };
  const columns = withCovariates && known.length > 0 && { names: data.known, columns: known };
  const { mean } = await forecastPanelOnThreads(
    { values, offsets, ...(columns && { known: columns }) },
    plan,
  );
  return mean;
}

/** Models of which a folder of peers' forecasts has every window. */
export function peersOf(folder: string, windows: readonly RetailWindow[]): string[] {
  const [first] = windows.map((window) => join(folder, windowName(window)));
  if (!existsSync(first)) return [];
  return readdirSync(first)
    .flatMap((file) => (file.endsWith('.f64') ? [file.slice(0, -'.f64'.length)] : []))
    .filter((name) => windows.every((window) => existsSync(pathOf(folder, window, name))))
    .sort();
}

export function peerForecast(folder: string, window: RetailWindow, name: string): Float64Array {
  return readForecast(pathOf(folder, window, name));
}

/** The mean of two forecasts, each not below zero. */
export function meanOf(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, at) => (Math.max(0, value) + Math.max(0, other[at])) / 2);
}

function pathOf(folder: string, window: RetailWindow, name: string): string {
  return join(folder, windowName(window), `${name}.f64`);
}
