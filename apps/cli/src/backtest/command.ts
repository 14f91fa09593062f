import { backtestPanelOnThreads } from '@shelfcast/forecasting/threads';
import { readSalesOptions } from '../arguments/sales-options.ts';
import { periodName } from '../calendar/calendar.ts';
import type { Command } from '../command.ts';
import { onSales } from '../on-sales.ts';
import { grouped, plural } from '../terminal/format.ts';
import { startProgress } from '../terminal/progress.ts';
import { help } from './help.ts';
import { reportJson, reportLines, reportOf } from './report.ts';

/** `shelfcast backtest FILE …`: how accurate each model would have been on the file's own past. Writes nothing. */
export const command: Command = {
  help,
  async run(args, terminal) {
    const { options } = readSalesOptions(args, 'backtest', {});
    return onSales(options, terminal, async ({ sales, plan, seconds }) => {
      const { horizon, origins } = plan;
      const total = sales.series.count;
      terminal.say(
        `Testing ${plural(horizon, ...periodName[sales.choice.calendar.frequency])} ahead from ${plural(origins, 'past date', 'past dates')} on ${grouped(total)} series`,
      );
      const progress = startProgress(terminal, { label: 'Testing', unit: 'series', total });
      const backtest = await backtestPanelOnThreads(sales.panel, plan, {
        workers: options.workers,
        onProgress: progress.update,
      }).finally(progress.clear);
      const report = reportOf(options, sales, plan, backtest, seconds());
      if (options.json) terminal.print(reportJson(report));
      else for (const line of reportLines(report, args, terminal)) terminal.print(line);
    });
  },
};
