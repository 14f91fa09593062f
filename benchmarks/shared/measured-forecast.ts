import { join } from 'node:path';
import type { Context, ResultTable } from './experiment.ts';
import { measureShelfcast } from './measured-command.ts';
import { megabytes, seconds } from './result-table.ts';

/** `shelfcast forecast` over one file, a few times; a row each. */
export async function measureForecast(
  context: Context,
  file: string,
  args: readonly string[],
  times: number,
): Promise<ResultTable> {
  const rows: string[][] = [];
  for (let time = 1; time <= times; time++) {
    const output = join(context.workFolder, `forecasts-${time}.csv`);
    const measured = await measureShelfcast(['forecast', file, ...args, '--json', '--output', output]);
    const { series, historyValues, horizon, models } = JSON.parse(measured.stdout);
    context.say(`models used: ${JSON.stringify(models)}`);
    rows.push([
      `${series.toLocaleString('en-US')} series, ${historyValues.toLocaleString('en-US')} values, ${horizon} ahead`,
      seconds(measured.seconds),
      megabytes(measured.pssBytes),
      megabytes(measured.boundBytes),
    ]);
  }
  return { head: ['data', 'time', 'peak memory (PSS, all processes)', 'sum of each process’s peak'], rows };
}
