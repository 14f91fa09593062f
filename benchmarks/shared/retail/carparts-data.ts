import { join } from 'node:path';
import { linesOf } from '../lines.ts';
import type { RetailData } from './retail-data.ts';

const HORIZON = 6;

/** Monthly demand of car parts, columns are series; parts that are not observed in every month are left out. */
export async function carpartsData(folder: string): Promise<RetailData> {
  const rows: string[][] = [];
  for await (const line of linesOf(join(folder, 'carparts.csv.gz'))) rows.push(line.split(','));
  const [head, ...months] = rows;
  const series = head.slice(1).flatMap((_, at) => {
    const cells = months.map((month) => month[at + 1]);
    return cells.includes('') ? [] : [{ values: Float64Array.from(cells, Number), known: [] }];
  });
  return {
    name: 'carparts',
    season: 12,
    horizon: HORIZON,
    lastOrigin: months.length - HORIZON,
    series,
    known: [],
    measure: 'rmsse',
  };
}
