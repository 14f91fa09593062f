import { type Calendar, periodSql } from '../calendar/calendar.ts';
import type { Engine } from '../input/engine.ts';
import type { HistoryRanges } from './history-ranges.ts';

/** The flat arrays, and where each series lies in them. */
export interface PanelLayout {
  readonly offsets: Uint32Array;
  readonly ranges: HistoryRanges;
  readonly horizon: number;
  readonly values: Float64Array;
  readonly known: readonly Float64Array[];
}

/**
 * Puts each cell in its place. Several rows of one series and period are added up (known columns: averaged), always in the same order:
 * floating-point sums depend on it, and the result must not depend on the order of the file's rows.
 */
export async function fillCells(
  engine: Engine,
  calendar: Calendar,
  layout: PanelLayout,
): Promise<{ notes: string[] }> {
  const { offsets, ranges, horizon, values, known } = layout;
  const [[rows, periods, days, negative]] = (
    await engine.rows<[bigint, bigint, bigint, bigint]>(`
      SELECT sum(rows), count(*), sum(days), sum(negative)
      FROM (SELECT count(*) AS rows, count(DISTINCT day) AS days, count(*) FILTER (value < 0) AS negative
            FROM (SELECT *, ${periodSql(calendar, 'day')} AS period FROM cell) GROUP BY series, period)`)
  ).map((row) => row.map(Number));

  const knownNames = known.map((_, k) => `known${k}`);
  const names = ['series', 'period', 'value', ...knownNames];
  const order = rows > periods ? `ORDER BY ${names.join(', ')}` : '';
  const cells = engine.chunks(`
    SELECT ${names.join(', ')} FROM (SELECT *, ${periodSql(calendar, 'day')} AS period FROM cell) ${order}`);

  let previousSeries = -1;
  let previousPeriod = 0;
  const knownCount = new Int32Array(known.length);
  for await (const chunk of cells) {
    const [seriesColumn, periodColumn, valueColumn, ...knownColumns] = chunk.getColumns() as (
      | number
      | null
    )[][];
    for (let row = 0; row < chunk.rowCount; row++) {
      const i = seriesColumn[row]!;
      const period = periodColumn[row]!;
      const at = period - ranges.first[i];
      const length = offsets[i + 1] - offsets[i];
      if (at < 0 || at >= length + horizon) continue;
      const again = i === previousSeries && period === previousPeriod;
      previousSeries = i;
      previousPeriod = period;

      if (at < length) {
        const value = valueColumn[row];
        const place = offsets[i] + at;
        // NULLs are sorted last: one never replaces a value of the same period.
        if (!again) values[place] = value ?? Number.NaN;
        else if (value !== null) values[place] += value;
      }
      if (!again) knownCount.fill(0);
      for (let k = 0; k < known.length; k++) {
        const value = knownColumns[k][row];
        if (value === null) continue;
        const place = offsets[i] + i * horizon + at;
        const before = knownCount[k]++;
        known[k][place] = before === 0 ? value : known[k][place] + (value - known[k][place]) / (before + 1);
      }
    }
  }
  return { notes: cellNotes(rows - days, negative) };
}

function cellNotes(repeated: number, negative: number): string[] {
  const notes: string[] = [];
  if (repeated > 0)
    notes.push(
      `${repeated.toLocaleString('en-US')} ${repeated === 1 ? 'row repeats' : 'rows repeat'} the series and date of another: their values were added up.`,
    );
  if (negative > 0)
    notes.push(
      `${negative.toLocaleString('en-US')} ${negative === 1 ? 'value is' : 'values are'} negative (returns): counted as they are; forecasts don’t go below zero.`,
    );
  return notes;
}
