import type { Forecast } from '@shelfcast/contract';
import styles from './sparkline.module.css';

interface Props {
  readonly forecast: Forecast;
  readonly width?: number;
  readonly height?: number;
  /** Periods of history shown. */
  readonly behind?: number;
}

/** A small multiple: recent sales in ink, what is expected in the accent with its 80 % band. The row beside it says the numbers. */
export function Sparkline({ forecast, width = 160, height = 36, behind = 56 }: Props) {
  const past = forecast.past?.values.slice(-behind) ?? [];
  const closed = new Set(forecast.closed);
  const median = forecast.quantiles['0.5'] ?? forecast.mean;
  const low = forecast.quantiles['0.1'] ?? median;
  const high = forecast.quantiles['0.9'] ?? median;
  const length = past.length + forecast.horizon;
  const most = Math.max(1e-9, ...past.map((value) => value ?? 0), ...high);
  const x = (index: number) => (length > 1 ? (index / (length - 1)) * width : 0);
  const y = (value: number) => height - 1 - (value / most) * (height - 3);
  const open = (index: number) => !closed.has(index);

  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {runs(forecast.horizon, open).map(([from, to]) => (
        <path key={from} className={styles.band} d={bandPath(from, to)} />
      ))}
      <path className={styles.past} d={linePath(past, 0)} />
      <path
        className={styles.median}
        d={linePath(
          median.map((value, index) => (open(index) ? value : null)),
          past.length,
        )}
      />
    </svg>
  );

  function linePath(values: readonly (number | null)[], offset: number): string {
    let path = '';
    let drawing = false;
    values.forEach((value, index) => {
      if (value === null) {
        drawing = false;
        return;
      }
      path += `${drawing ? 'L' : 'M'}${x(offset + index).toFixed(1)} ${y(value).toFixed(1)}`;
      drawing = true;
    });
    return path;
  }

  function bandPath(from: number, to: number): string {
    const points: string[] = [];
    for (let i = from; i <= to; i++)
      points.push(`${x(past.length + i).toFixed(1)} ${y(high[i]!).toFixed(1)}`);
    for (let i = to; i >= from; i--) points.push(`${x(past.length + i).toFixed(1)} ${y(low[i]!).toFixed(1)}`);
    return `M${points.join('L')}Z`;
  }
}

/** Stretches of periods for which `open` holds. */
function runs(length: number, open: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < length; i++) {
    if (!open(i)) continue;
    const last = found.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}
