import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RetailWindow } from './retail-data.ts';

/** Name of a window's folder, and of the folder with a peer's forecasts of it. */
export function windowName({ data, origin }: Pick<RetailWindow, 'data' | 'origin'>): string {
  return `${data.name}-${origin}`;
}

/**
 * Writes what a forecaster may see of a window as plain files that any language reads: `window.json` (season, horizon, names of the
 * covariates), and little-endian `values.f64`, `offsets.u32`, `known-<k>.f64`. Not the actual values.
 */
export function writeWindow(folder: string, window: RetailWindow): void {
  const into = join(folder, windowName(window));
  mkdirSync(into, { recursive: true });
  const { season, horizon, known } = window.data;
  writeFileSync(join(into, 'window.json'), JSON.stringify({ season, horizon, known }));
  writeFileSync(join(into, 'values.f64'), bytes(window.values));
  writeFileSync(join(into, 'offsets.u32'), bytes(window.offsets));
  window.known.forEach((column, k) => {
    writeFileSync(join(into, `known-${k}.f64`), bytes(column));
  });
}

/** A forecast that a peer wrote: count × horizon, little-endian 64-bit floats. */
export function readForecast(path: string): Float64Array {
  const file = readFileSync(path);
  return new Float64Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}

function bytes(array: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
