import { join } from 'node:path';
import { type Command, exitCodes } from '../command.ts';
import { DEFAULT_PORT, parseStartOptions } from './options.ts';
import { asStartFailure } from './processes/report.ts';
import { listenForStop } from './processes/stop-request.ts';
import { start } from './start.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

const help = `Start the whole platform on this machine: database, API, dashboard, forecasts.

Usage: npm start -- [FILE] [options]        (or: npx shelfcast start [FILE] [options])

  FILE                your sales: CSV, Excel, JSON lines or Parquet (also .gz, .zip). Without it: the shipped sample.
  --date COLUMN       which column holds the day …
  --product COLUMN    … the product (several: item,size) …
  --location COLUMN   … the store, where there are several …
  --units COLUMN      … and the units sold. Needed only where the header doesn't say it.
  --date-order ORDER  dmy or mdy, where no date of the file tells day from month
  --port NUMBER       of dashboard and API, default ${DEFAULT_PORT}
  --host ADDRESS      default 127.0.0.1: reachable from this machine only
  --data FOLDER       where everything is kept, default .shelfcast in the clone

Ctrl-C stops everything it started; again, at once. Starting again continues where it was.

Example:
  npm start -- my-sales.csv --date day --product item --location store --units sold

Exit codes: 0 stopped by you, 2 the command line, 3 a file, port or folder can't be used, 1 our defect.`;

export const command: Command = {
  help,
  async run(commandLine, terminal) {
    const { INIT_CWD: typedIn = process.cwd() } = process.env;
    const options = parseStartOptions(commandLine, typedIn, join(root, '.shelfcast'));
    const stop = listenForStop();
    stop.signal.addEventListener('abort', () =>
      terminal.say('\nStopping: what is under way is finished or put back …'),
    );
    try {
      terminal.say('Shelfcast: how much will sell, of every product, in every location.');
      return await start(options, { root, environment: process.env, terminal, stop });
    } catch (failure) {
      if (!stop.signal.aborted) throw asStartFailure(failure);
      terminal.say(`Stopped. Nothing is lost: ${options.dataFolder} keeps it for the next start.`);
      return exitCodes.done;
    } finally {
      stop.dispose();
    }
  },
};
