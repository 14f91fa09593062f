import { fileURLToPath } from 'node:url';
import { accuracyChart } from './accuracy-chart.ts';
import { drawBars } from './bars.ts';
import { readTable } from './saved-table.ts';
import { speedChart } from './speed-chart.ts';

export const folder = new URL('../../docs/accuracy/', import.meta.url);

const table = (name: string) => readTable(fileURLToPath(new URL(name, folder)));

/** Every chart by its file's name. */
export function chartFiles(): [name: string, svg: string][] {
  return [
    ['accuracy.svg', drawBars(accuracyChart(table('statistical-models.json')))],
    ['speed.svg', drawBars(speedChart(table('models-statsforecast.json')))],
  ];
}
