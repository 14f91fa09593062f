import type uPlot from 'uplot';
import { locale } from '../format/locale.ts';
import { shortUnits } from '../format/numbers.ts';
import type { Fan } from './fan.ts';
import { drawBand, drawClosures, drawStockOuts, drawToday } from './marks.ts';
import type { Palette } from './palette.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** uPlot's columns: time, sold, median, then one for each earlier forecast. */
export function plotData(fan: Fan): uPlot.AlignedData {
  return [
    fan.seconds as number[],
    fan.sold,
    fan.median,
    ...fan.earlier.map((one) => one.values),
  ] as uPlot.AlignedData;
}

/** The look of every forecast chart: history in ink, the median in the accent, bands behind, today as a rule. */
export function plotOptions(
  fan: Fan,
  palette: Palette,
  size: Size,
  first: number,
  onCursor: (index: number | null) => void,
): uPlot.Options {
  const narrow = size.width < 520;
  const font = `${narrow ? 11 : 12}px ${palette.font}`;
  const step = fan.frequency === 'D' ? 86_400 : fan.frequency === 'W' ? 7 * 86_400 : 30.4 * 86_400;
  return {
    ...size,
    padding: [20, narrow ? 8 : 12, 0, 0],
    tzDate: (seconds) => utcAsLocal(seconds),
    legend: { show: false },
    focus: { alpha: 1 },
    cursor: {
      drag: { x: false, y: false, setScale: false },
      y: false,
      points: {
        size: 9,
        width: 2,
        fill: palette.panel,
        stroke: (_, series) => (series === 1 ? palette.ink : series === 2 ? palette.median : palette.past),
      },
    },
    scales: {
      x: { time: true, range: () => [fan.seconds[first]! - step * 0.6, fan.seconds.at(-1)! + step * 0.6] },
      // Sales start at zero: a cut axis makes noise look like a trend.
      y: { range: () => [0, visibleMaximum(fan, first) * 1.06 || 1] },
    },
    axes: [
      {
        font,
        stroke: palette.axis,
        grid: { show: false },
        ticks: { stroke: palette.grid, width: 1, size: 4 },
        space: narrow ? 64 : 88,
        size: 32,
        values: (_, splits, __, ___, increment) => splits.map((at) => dateTick(at, increment)),
      },
      {
        font,
        stroke: palette.axis,
        grid: { stroke: palette.grid, width: 1 },
        ticks: { show: false },
        space: 44,
        gap: 8,
        size: (_, values) =>
          Math.max(32, ...(values ?? []).map((value) => value.length * (narrow ? 6.5 : 7) + 16)),
        values: (_, splits) => splits.map((value) => shortUnits(value)),
      },
    ],
    series: [
      {},
      { stroke: palette.ink, width: narrow ? 1.25 : 1.5, points: lonePoints(palette.ink, fan.sold) },
      { stroke: palette.median, width: 2.25, points: lonePoints(palette.median, fan.median) },
      ...fan.earlier.map(() => ({ stroke: palette.past, width: 1, dash: [4, 3], points: { show: false } })),
    ],
    hooks: {
      drawAxes: [
        (plot) => {
          drawStockOuts(plot, fan, palette, first);
          drawClosures(plot, fan, palette, first);
          drawBand(plot, fan, fan.low80, fan.high80, palette.band80);
          drawBand(plot, fan, fan.low50, fan.high50, palette.band50);
        },
      ],
      draw: [(plot) => drawToday(plot, fan, palette, step)],
      setCursor: [
        (plot) =>
          onCursor(plot.cursor.left === undefined || plot.cursor.left < 0 ? null : (plot.cursor.idx ?? null)),
      ],
    },
  };
}

/** Sales days have no time zone; uPlot thinks in local dates. Shifting keeps midnight at midnight. */
function utcAsLocal(seconds: number): Date {
  const utc = new Date(seconds * 1000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours());
}

export function visibleMaximum(fan: Fan, first: number): number {
  let most = 0;
  for (let i = first; i < fan.dates.length; i++) {
    most = Math.max(most, fan.sold[i] ?? 0, fan.high80[i] ?? fan.median[i] ?? 0);
    for (const { values } of fan.earlier) most = Math.max(most, values[i] ?? 0);
  }
  return most;
}

const yearTick = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthTick = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const dayTick = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

function dateTick(seconds: number, increment: number): string {
  const date = new Date(Math.round(seconds / 3600) * 3_600_000);
  if (increment < 28 * 86_400) return dayTick.format(date);
  return date.getUTCMonth() === 0 ? yearTick.format(date) : monthTick.format(date);
}

/** A day that is open between two closed ones has no line to be on: it gets a dot. */
function lonePoints(colour: string, values: readonly (number | null)[]): uPlot.Series.Points {
  const alone = values.flatMap((value, i) =>
    value !== null && values[i - 1] == null && values[i + 1] == null ? [i] : [],
  );
  return { show: true, size: 4, width: 0, fill: colour, filter: () => alone };
}
