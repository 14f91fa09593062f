import { backtestPanelOnThreads } from '@shelfcast/forecasting/threads';
import { readSalesOptions } from '../arguments/sales-options.ts';
import { periodName, usualSeason } from '../calendar/calendar.ts';
import { type Command, exitCodes } from '../command.ts';
import { describeSales } from '../describe.ts';
import { createScratch } from '../input/scratch.ts';
import { readSales } from '../read-sales.ts';
import { exitOnSignals } from '../terminal/exit-on-signals.ts';
import { grouped, plural } from '../terminal/format.ts';
import { startProgress } from '../terminal/progress.ts';
import { help } from './help.ts';
import { reportJson, reportLines, reportOf } from './report.ts';

/** `shelfcast backtest FILE …`: how accurate each model would have been on the file's own past. Writes nothing. */
export const command: Command = {
  help,
  async run(args, terminal) {
    const started = performance.now();
    const { options } = readSalesOptions(args, 'backtest', {});
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
        `Testing ${plural(options.horizon, ...periodName[frequency])} ahead from ${plural(options.origins, 'past date', 'past dates')} on ${grouped(count)} series`,
      );
      const progress = startProgress(terminal, { label: 'Testing', unit: 'series', total: count });
      const backtest = await backtestPanelOnThreads(
        sales.panel,
        { ...options, season },
        { workers: options.workers, onProgress: (done) => progress.update(done) },
      ).finally(progress.clear);
      const report = reportOf(options, sales, season, backtest, (performance.now() - started) / 1000);
      if (options.json) terminal.print(reportJson(report));
      else for (const line of reportLines(report, args, terminal)) terminal.print(line);
      return exitCodes.done;
    } finally {
      scratch.remove();
    }
  },
};
