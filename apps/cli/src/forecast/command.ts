import { forecastPanelOnThreads } from '@shelfcast/forecasting/threads';
import { readSalesOptions } from '../arguments/sales-options.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { periodName, usualSeason } from '../calendar/calendar.ts';
import { type Command, exitCodes } from '../command.ts';
import { describeSales } from '../describe.ts';
import { createScratch } from '../input/scratch.ts';
import { quantileColumn, resultColumns } from '../output/forecast-rows.ts';
import { chooseTarget } from '../output/target.ts';
import { writeForecasts } from '../output/write-forecasts.ts';
import { readSales } from '../read-sales.ts';
import { exitOnSignals } from '../terminal/exit-on-signals.ts';
import { grouped, plural } from '../terminal/format.ts';
import { startProgress } from '../terminal/progress.ts';
import { help } from './help.ts';
import { summaryJson, summaryLines, summaryOf } from './summary.ts';

/** `shelfcast forecast FILE …`: a file in, a file of forecasts out, no server and no database. */
export const command: Command = {
  help,
  async run(args, terminal) {
    const started = performance.now();
    const { options, texts } = readSalesOptions(args, 'forecast', { output: 'text' });
    const target = chooseTarget(texts.get('output'), options.file);
    const taken = [...resultColumns, ...options.quantiles.map(quantileColumn)];
    const clash = options.ids.find((id) => taken.includes(id));
    if (clash !== undefined)
      throw new UsageError(
        `--id ${clash}: the result has a column of this name itself.`,
        'Rename it in the file.',
      );
    exitOnSignals();
    const scratch = createScratch();
    try {
      terminal.say(`Reading ${options.file}`);
      const sales = await readSales(options, scratch);
      describeSales(terminal, sales);
      const { frequency } = sales.choice.calendar;
      const season = options.season ?? usualSeason[frequency];
      const count = sales.series.count;
      terminal.say(
        `Forecasting ${plural(options.horizon, ...periodName[frequency])} of ${grouped(count)} series on ${plural(options.workers, 'thread', 'threads')}`,
      );
      const progress = startProgress(terminal, { label: 'Forecasting', unit: 'series', total: count });
      const forecast = await forecastPanelOnThreads(
        sales.panel,
        { ...options, season },
        { workers: options.workers, onProgress: (done) => progress.update(done) },
      ).finally(progress.clear);
      await writeForecasts(target, options.ids, sales, forecast, scratch);

      const summary = summaryOf(
        options,
        sales,
        season,
        forecast,
        (performance.now() - started) / 1000,
        target,
      );
      // Stdout belongs to the forecasts where they go there; to the summary otherwise.
      const print = target.kind === 'stdout' ? terminal.say : terminal.print;
      if (options.json) print(summaryJson(summary));
      else for (const line of summaryLines(summary, options, args, terminal)) print(line);
      return exitCodes.done;
    } finally {
      scratch.remove();
    }
  },
};
