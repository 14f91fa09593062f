import type { Context } from '../experiment.ts';
import { carpartsData } from './carparts-data.ts';
import { freshretailData } from './freshretail-data.ts';
import { m5Data } from './m5-data.ts';
import { madeUp } from './made-up.ts';
import { onlineRetailData } from './online-retail-data.ts';
import type { RetailData } from './retail-data.ts';
import { rossmannData } from './rossmann-data.ts';
import { walmartData } from './walmart-data.ts';

/** A part of a data set and windows of it: one window says little, for what hits a window hits all its series. */
export interface WindowedData {
  readonly name: string;
  readonly load: () => Promise<RetailData>;
  /** Windows before the reported ones, of which nothing is in them, spaced by `spacing`. */
  readonly before: number;
  readonly spacing: number;
  /** Windows that are reported and nothing else, spaced by the horizon. */
  readonly reported: number;
}

/** Origins before the reported ones, increasing. */
export function originsBefore(
  { lastOrigin, horizon }: RetailData,
  { before, spacing, reported }: WindowedData,
): number[] {
  const latest = lastOrigin - reported * horizon;
  return Array.from({ length: before }, (_, k) => latest - (before - 1 - k) * spacing);
}

/** Every so many-th series of six data sets, and as many windows as their time allows; made-up series in a small run. */
export function windowedData({ small, dataFolder }: Context): WindowedData[] {
  const every = (data: RetailData, stride: number): RetailData => ({
    ...data,
    series: data.series.filter((_, i) => i % stride === 0),
  });
  if (small)
    return [
      { name: 'days', load: async () => madeUp('days', 7, 7, 84), before: 2, spacing: 7, reported: 1 },
      { name: 'months', load: async () => madeUp('months', 12, 6, 54), before: 2, spacing: 6, reported: 1 },
    ];
  return [
    // The year before d_1857.
    {
      name: 'm5',
      load: async () => every(await m5Data(dataFolder('m5')), 8),
      before: 13,
      spacing: 28,
      reported: 3,
    },
    {
      name: 'carparts',
      load: async () => every(await carpartsData(dataFolder('carparts')), 2),
      before: 5,
      spacing: 3,
      reported: 1,
    },
    {
      name: 'walmart-weekly',
      load: async () => every(await walmartData(dataFolder('walmart-weekly')), 12),
      before: 6,
      spacing: 8,
      reported: 1,
    },
    {
      name: 'rossmann',
      load: async () => every(await rossmannData(dataFolder('rossmann')), 6),
      before: 6,
      spacing: 42,
      reported: 1,
    },
    {
      name: 'freshretail',
      load: () => freshretailData(dataFolder('freshretail'), 50),
      before: 3,
      spacing: 7,
      reported: 1,
    },
    {
      name: 'online-retail',
      load: () => onlineRetailData(dataFolder('online-retail'), 12),
      before: 10,
      spacing: 14,
      reported: 1,
    },
  ];
}
