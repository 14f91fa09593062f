import { type Progress as Bar, startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Import, Run } from './client/api.ts';
import type { Progress } from './client/bring-up-to-date.ts';
import { hasEnded } from './client/follow.ts';

const count = (number: number): string => number.toLocaleString('en-US');
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0);

const BEHIND_FORECASTS: ReadonlySet<Run['state']> = new Set(['reconciling', 'publishing', 'published']);

const PERIODS = { D: 'days', W: 'weeks', M: 'months' } as const;

/** One bar after the other: upload, import, forecast. */
export function drawProgress(terminal: Terminal): Progress & { clear(): void } {
  let bar: Bar | undefined;
  let current = '';
  const barFor = (key: string, label: string, unit: string, format?: (count: number) => string): Bar => {
    if (key === current && bar) return bar;
    bar?.clear();
    current = key;
    bar = startProgress(terminal, { label, unit, format });
    return bar;
  };
  const end = (line: string): void => {
    bar?.done(line);
    bar = undefined;
    current = '';
  };
  return {
    uploading(file, bytes) {
      const drawn = barFor(`upload ${file.path}`, 'Uploading', 'MB', megabytes);
      drawn.update(bytes, file.bytes);
      if (bytes === file.bytes) end(`Uploaded ${file.name}, ${megabytes(bytes)} MB`);
    },
    importing(now) {
      const drawn = barFor(`import ${now.import}`, 'Importing', 'MB', megabytes);
      drawn.update(now.bytes_read, now.file_bytes);
      if (now.state === 'committed') end(importedLine(now));
      if (now.state === 'unchanged') end(`Nothing new in ${now.file_name}: it was imported before`);
    },
    forecasting(now) {
      const drawn = barFor(`run ${now.run}`, 'Forecasting', 'series');
      const total = now.series_total ?? 0;
      // What comes behind the forecasts counts anew from nothing: the bar stays full.
      drawn.update(BEHIND_FORECASTS.has(now.state) ? total : now.series_done, total);
      if (hasEnded(now) && now.state === 'published') end(forecastLine(now));
    },
    clear: () => bar?.clear(),
  };
}

/** Every row is accounted for: in = loaded + skipped + rejected. */
function importedLine({ file_name, rows_in, rows_loaded, rows_skipped, rows_rejected }: Import): string {
  const rest = [
    rows_skipped > 0 ? `${count(rows_skipped)} skipped` : '',
    rows_rejected > 0 ? `${count(rows_rejected)} rejected` : '',
  ].filter((part) => part !== '');
  const of = rest.length > 0 ? ` of ${count(rows_in)} (${rest.join(', ')})` : '';
  return `Imported ${count(rows_loaded)} rows${of} from ${file_name}`;
}

function forecastLine({ series_done, horizon, frequency }: Run): string {
  return `Forecast ${count(series_done)} series for the next ${horizon} ${PERIODS[frequency]}`;
}
