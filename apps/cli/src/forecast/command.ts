import { forecastPanelOnThreads } from '@shelfcast/forecasting/threads';
import { readSalesOptions } from '../arguments/sales-options.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { periodName } from '../calendar/calendar.ts';
import type { Command } from '../command.ts';
import { onSales } from '../on-sales.ts';
import { quantileColumn, resultColumns } from '../output/forecast-rows.ts';
import { chooseTarget } from '../output/target.ts';
import { writeForecasts } from '../output/write-forecasts.ts';
import { grouped, plural } from '../terminal/format.ts';
import { startProgress } from '../terminal/progress.ts';
import { help } from './help.ts';
import { summaryJson, summaryLines, summaryOf } from './summary.ts';

/** `shelfcast forecast FILE …`: a file in, a file of forecasts out, no server and no database. */
export const command: Command = {
  help,
  async run(args, terminal) {
    const { options, texts } = readSalesOptions(args, 'forecast', { output: 'text' });
    const target = chooseTarget(texts.get('output'), options.file);
    const taken = [...resultColumns, ...options.quantiles.map(quantileColumn)];
    const clash = options.ids.find((id) => taken.includes(id));
    if (clash !== undefined)
      throw new UsageError(
        `--id ${clash}: the result has a column of this name itself.`,
        'Rename it in the file.',
      );
    return onSales(options, terminal, async ({ sales, plan, scratch, seconds }) => {
      const total = sales.series.count;
      terminal.say(
        `Forecasting ${plural(plan.horizon, ...periodName[sales.choice.calendar.frequency])} of ${grouped(total)} series on ${plural(options.workers, 'thread', 'threads')}`,
      );
      const progress = startProgress(terminal, { label: 'Forecasting', unit: 'series', total });
      const forecast = await forecastPanelOnThreads(sales.panel, plan, {
        workers: options.workers,
        onProgress: progress.update,
      }).finally(progress.clear);
      await writeForecasts(target, options.ids, sales, forecast, scratch);

      const summary = summaryOf(options, sales, plan, forecast, seconds(), target);
      // Stdout belongs to the forecasts where they go there; to the summary otherwise.
      const print = target.kind === 'stdout' ? terminal.say : terminal.print;
      if (options.json) print(summaryJson(summary));
      else for (const line of summaryLines(summary, options, args, terminal)) print(line);
    });
  },
};
