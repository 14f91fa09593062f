import { daysIn, periodSql } from '../calendar/calendar.ts';
import type { CalendarChoice } from '../calendar/choose-calendar.ts';
import type { Engine } from '../input/engine.ts';
import type { PanelLayout } from './fill-cells.ts';

/**
 * A closed period is no zero: nothing could be sold, so nothing is learnt from it (NaN), and in the horizon nothing is forecast. Where the
 * periods are made of several days, all of them must be closed. A closed day on which something was sold counts as open.
 */
export async function markClosed(
  engine: Engine,
  { calendar, spacing }: CalendarChoice,
  closedDays: string,
  layout: PanelLayout,
): Promise<{ closed: Uint8Array; notes: string[] }> {
  const { offsets, ranges, horizon, values } = layout;
  const count = offsets.length - 1;
  const closed = new Uint8Array(count * horizon);
  let soldThough = 0;
  const periods = engine.chunks(`
    SELECT series, ${periodSql(calendar, 'day')} AS period, count(DISTINCT day)::INTEGER
    FROM (${closedDays}) GROUP BY series, period`);
  for await (const chunk of periods) {
    const [seriesOf, periodOf, daysOf] = chunk.getColumns() as number[][];
    for (let row = 0; row < chunk.rowCount; row++) {
      const i = seriesOf[row];
      const at = periodOf[row] - ranges.first[i];
      const length = offsets[i + 1] - offsets[i];
      if (at < 0 || at >= length + horizon) continue;
      const wanted = spacing === calendar.frequency ? 1 : daysIn(calendar, periodOf[row]);
      if (daysOf[row] < wanted) continue;
      if (at >= length) closed[i * horizon + at - length] = 1;
      else if (values[offsets[i] + at] > 0) soldThough++;
      else values[offsets[i] + at] = Number.NaN;
    }
  }
  return {
    closed,
    notes:
      soldThough === 0
        ? []
        : [`${soldThough.toLocaleString('en-US')} closed periods have sales: counted as open.`],
  };
}
