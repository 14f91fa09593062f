import type uPlot from 'uplot';
import type { Fan } from './fan.ts';
import type { Palette } from './palette.ts';

/** A band between two columns. A closed period interrupts it; one period alone between closures still gets a width. */
export function drawBand(
  plot: uPlot,
  fan: Fan,
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  fill: string,
): void {
  const { ctx } = plot;
  const x = (index: number) => plot.valToPos(fan.seconds[index]!, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  ctx.save();
  clipToPlot(plot);
  ctx.fillStyle = fill;
  let i = fan.firstForecast;
  while (i < fan.dates.length) {
    if (low[i] == null || high[i] == null) {
      i++;
      continue;
    }
    let end = i;
    while (end + 1 < fan.dates.length && low[end + 1] != null && high[end + 1] != null) end++;
    ctx.beginPath();
    if (end === i) {
      const half = Math.max(
        1,
        Math.abs(x(Math.min(i, fan.dates.length - 2) + 1) - x(Math.min(i, fan.dates.length - 2))) * 0.3,
      );
      ctx.rect(x(i) - half, y(high[i]!), half * 2, y(low[i]!) - y(high[i]!));
    } else {
      for (let k = i; k <= end; k++) ctx.lineTo(x(k), y(high[k]!));
      for (let k = end; k >= i; k--) ctx.lineTo(x(k), y(low[k]!));
    }
    ctx.fill();
    i = end + 1;
  }
  ctx.restore();
}

/** Closed periods as short ticks on the base line: the line above them stays blank, and says why. */
export function drawClosures(plot: uPlot, fan: Fan, palette: Palette, first: number): void {
  const { ctx } = plot;
  const width =
    plot.valToPos(fan.seconds[first + 1] ?? fan.seconds[first]!, 'x', true) -
    plot.valToPos(fan.seconds[first]!, 'x', true);
  ctx.save();
  clipToPlot(plot);
  ctx.fillStyle = palette.closed;
  const thick = 3 * devicePixelRatio;
  for (let i = first; i < fan.dates.length; i++) {
    const value = i < fan.firstForecast ? fan.sold[i] : fan.median[i];
    if (value !== null) continue;
    const x = plot.valToPos(fan.seconds[i]!, 'x', true);
    ctx.fillRect(x - width * 0.4, plot.bbox.top + plot.bbox.height - thick, Math.max(1, width * 0.8), thick);
  }
  ctx.restore();
}

/** Between hatches, in CSS pixels: what is known lies twice as close as what is guessed. */
const STATED_STEP = 5;
const INFERRED_STEP = 10;

/** Periods without stock, hatched over the whole height: what stands there says less than was wanted. */
export function drawStockOuts(plot: uPlot, fan: Fan, palette: Palette, first: number): void {
  const { ctx, bbox } = plot;
  const at = (index: number) => plot.valToPos(fan.seconds[index]!, 'x', true);
  const width = fan.dates.length > first + 1 ? at(first + 1) - at(first) : bbox.width;
  for (const [index, { stated }] of fan.stockOuts) {
    if (index < first || index >= fan.firstForecast) continue;
    ctx.save();
    clipToPlot(plot);
    const left = at(index) - width / 2;
    ctx.beginPath();
    ctx.rect(left, bbox.top, Math.max(2 * devicePixelRatio, width), bbox.height);
    ctx.clip();
    hatch(ctx, bbox, left, width, (stated > 0 ? STATED_STEP : INFERRED_STEP) * devicePixelRatio);
    ctx.strokeStyle = palette.stockOut;
    ctx.lineWidth = 0.75 * devicePixelRatio;
    ctx.stroke();
    ctx.restore();
  }
}

/** Lines on one grid for the whole plot, so that days side by side make one surface. */
function hatch(
  ctx: CanvasRenderingContext2D,
  bbox: uPlot.BBox,
  left: number,
  width: number,
  step: number,
): void {
  const from = Math.floor((left - bbox.height) / step) * step;
  ctx.beginPath();
  for (let x = from; x < left + width + step; x += step) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
}

/** The rule between what is known and what is expected, with a word on either side. */
export function drawToday(plot: uPlot, fan: Fan, palette: Palette, stepSeconds: number): void {
  const { ctx, bbox } = plot;
  const at = fan.seconds[fan.firstForecast];
  if (at === undefined) return;
  const x = Math.round(plot.valToPos(at - stepSeconds / 2, 'x', true)) + 0.5;
  const pixel = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = palette.today;
  ctx.lineWidth = pixel;
  ctx.setLineDash([3 * pixel, 3 * pixel]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top - 14 * pixel);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `500 ${11 * pixel}px ${palette.font}`;
  ctx.textBaseline = 'top';
  ctx.fillStyle = palette.axis;
  ctx.textAlign = 'right';
  ctx.fillText('Sold', x - 6 * pixel, bbox.top - 15 * pixel);
  ctx.fillStyle = palette.median;
  ctx.textAlign = 'left';
  ctx.fillText('Expected', x + 6 * pixel, bbox.top - 15 * pixel);
  ctx.restore();
}

function clipToPlot(plot: uPlot): void {
  const { ctx, bbox } = plot;
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
}
