import type { Bar, Chart, Panel } from './bars.ts';
import { rowsOf, type SavedTable } from './saved-table.ts';

/** For each model the milliseconds a fit takes, ours and theirs. */
export function speedChart(table: SavedTable): Chart {
  const rows = rowsOf(table).filter(
    (row) => row('against') === 'statsforecast' && row('theirs, ms a fit') !== '–',
  );
  const heavy = rows.filter((row) => !row('wanted').endsWith(' 1'));
  const times = heavy.map((row) => Number.parseFloat(row('times faster (95 %)')));
  const bar = (label: string, milliseconds: string, ours: boolean): Bar => ({
    label,
    value: Number(milliseconds),
    text: `${Number(milliseconds) < 10 ? Number(milliseconds).toFixed(1) : Math.round(Number(milliseconds)).toLocaleString('en-US')} ms`,
    ours,
  });
  return {
    title: `The automatic models fit ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} times faster`,
    subtitle: 'Milliseconds to fit a daily series of four to five years and to forecast 28 days, one thread',
    panels: heavy.map(
      (row): Panel => ({
        heading: row('model'),
        note: `${row('times faster (95 %)').replace(' (', ' times faster (')}`,
        bars: [
          bar('Shelfcast', row('ours, ms a fit'), true),
          bar('statsforecast 2.1.1', row('theirs, ms a fit'), false),
        ],
      }),
    ),
    source: `Measured ${table.circumstances.slice(0, 10)}, side by side in one run. All figures: docs/accuracy.md`,
  };
}
