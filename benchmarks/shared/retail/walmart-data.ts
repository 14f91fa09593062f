import { join } from 'node:path';
import { rowsOf } from '../lines.ts';
import type { RetailData } from './retail-data.ts';

const HORIZON = 8;
/** Weeks with the days that a holiday's shopping is done in; Walmart's own flag marks these four feasts alike. */
const FEASTS = ['superbowl', 'labor-day', 'thanksgiving', 'christmas'] as const;

/**
 * Weekly dollars of departments in stores. A week without a row between a department's first and the file's last is one without
 * sales. Known in advance: the four flagged feasts, a column each.
 */
export async function walmartData(folder: string): Promise<RetailData> {
  const sold = new Map<string, Map<string, number>>();
  const holidays = new Set<string>();
  const weeks = new Set<string>();
  for await (const row of rowsOf(join(folder, 'train.csv.gz'))) {
    const key = `${row('Store')}-${row('Dept')}`;
    const week = row('Date');
    weeks.add(week);
    if (/true/i.test(row('IsHoliday'))) holidays.add(week);
    const series = sold.get(key) ?? new Map<string, number>();
    series.set(week, Number(row('Weekly_Sales')));
    sold.set(key, series);
  }
  const time = [...weeks].sort();
  const known = FEASTS.map((feast) =>
    Float64Array.from(time, (week) => (holidays.has(week) && feastOf(week) === feast ? 1 : 0)),
  );
  return {
    name: 'walmart-weekly',
    season: 52,
    horizon: HORIZON,
    lastOrigin: time.length - HORIZON,
    series: [...sold.values()].map((series) => ({
      values: Float64Array.from(time, (week) => series.get(week) ?? 0),
      known,
    })),
    known: FEASTS,
    measure: 'wape',
  };
}

function feastOf(week: string): (typeof FEASTS)[number] | undefined {
  const byMonth = { '02': 'superbowl', '09': 'labor-day', '11': 'thanksgiving', '12': 'christmas' } as const;
  return byMonth[week.slice(5, 7) as keyof typeof byMonth];
}
