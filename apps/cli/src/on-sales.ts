import type { ForecastPlan } from '@shelfcast/forecasting';
import type { SalesOptions } from './arguments/sales-options.ts';
import { type Calendar, usualLongSeasons, usualSeason } from './calendar/calendar.ts';
import { placeNamed } from './calendar/place-named.ts';
import { type ExitCode, exitCodes } from './command.ts';
import { describeSales } from './describe.ts';
import { createScratch, type Scratch } from './input/scratch.ts';
import { readSales, type Sales } from './read-sales.ts';
import { exitOnSignals } from './terminal/exit-on-signals.ts';
import type { Terminal } from './terminal/terminal.ts';

/** A file that was read and understood, and how it is to be forecast. */
export interface SalesTask {
  readonly sales: Sales;
  readonly plan: ForecastPlan;
  readonly scratch: Scratch;
  /** Since the command began. */
  seconds(): number;
}

/** Reads the file that the options name, says what it found, and hands both on; what was made for it is gone afterwards. */
export async function onSales(
  options: SalesOptions,
  terminal: Terminal,
  work: (task: SalesTask) => Promise<void>,
): Promise<ExitCode> {
  const started = performance.now();
  const holidays = await placeNamed(options.holidays);
  exitOnSignals();
  const scratch = createScratch();
  try {
    terminal.say(`Reading ${options.file}`);
    const sales = await readSales(options, holidays, scratch);
    describeSales(terminal, sales);
    const plan = { ...options, ...seasonsOf(options, sales.choice.calendar, longestHistory(sales)) };
    await work({ sales, plan, scratch, seconds: () => (performance.now() - started) / 1000 });
    return exitCodes.done;
  } finally {
    scratch.remove();
  }
}

/** What was asked for; else the usual season, and the year of days where the longest history holds two. */
function seasonsOf(
  { seasons }: SalesOptions,
  { frequency }: Calendar,
  longest: number,
): Pick<ForecastPlan, 'season' | 'seasons'> {
  if (seasons !== undefined) return { season: seasons[0], seasons: seasons.slice(1) };
  const long = usualLongSeasons[frequency].filter((season) => longest >= 2 * season);
  return { season: usualSeason[frequency], seasons: long };
}

function longestHistory({ panel: { offsets } }: Sales): number {
  let longest = 0;
  for (let i = 0; i + 1 < offsets.length; i++) longest = Math.max(longest, offsets[i + 1] - offsets[i]);
  return longest;
}
