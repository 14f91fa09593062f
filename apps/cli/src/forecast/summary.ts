import type { ForecastPlan, PanelForecast } from '@shelfcast/forecasting';
import type { SalesOptions } from '../arguments/sales-options.ts';
import type { Frequency } from '../calendar/calendar.ts';
import { counted } from '../describe.ts';
import type { Target } from '../output/target.ts';
import type { Sales } from '../read-sales.ts';
import { bytes, duration, grouped, plural, shellWord } from '../terminal/format.ts';
import { pairs } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What came out, as `--json` prints it. */
export interface ForecastSummary {
  readonly file: string;
  readonly output: string;
  readonly series: number;
  readonly historyValues: number;
  readonly frequency: Frequency;
  readonly season: number;
  readonly seasons: readonly number[];
  readonly horizon: number;
  readonly rows: number;
  /** Series by the model used, and by why it was. */
  readonly models: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
  /** Models that could not be fitted, `model: cause`, by number of series. */
  readonly failures: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly seconds: number;
  readonly peakMemoryBytes: number;
}

export function summaryOf(
  options: SalesOptions,
  sales: Sales,
  plan: ForecastPlan,
  forecast: PanelForecast,
  seconds: number,
  target: Target,
): ForecastSummary {
  const { outcomes } = forecast;
  const failures = outcomes.flatMap((outcome) =>
    outcome.failures.map(({ model, cause }) => `${model}: ${cause}`),
  );
  return {
    file: options.file,
    output: target.kind === 'stdout' ? '-' : target.path,
    series: sales.series.count,
    historyValues: sales.panel.values.length,
    frequency: sales.choice.calendar.frequency,
    season: plan.season,
    seasons: plan.seasons ?? [],
    horizon: options.horizon,
    rows: sales.series.count * options.horizon,
    models: Object.fromEntries(counted(outcomes.map(({ model }) => model))),
    reasons: Object.fromEntries(counted(outcomes.map(({ reason }) => reason))),
    failures: Object.fromEntries(counted(failures)),
    notes: sales.notes,
    seconds: Math.round(seconds * 1000) / 1000,
    // The most that this process, threads included, ever had in memory; Node gives kibibytes.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  };
}

export function summaryJson(summary: ForecastSummary): string {
  return JSON.stringify(summary, null, 2);
}

const REASONS: Readonly<Record<string, string>> = {
  combined: 'together steadier than any one',
  'best-in-backtest': 'did best on past weeks',
  'naive-won': 'nothing beat the naive forecast',
  'history-too-short': 'too little history to compare',
  'no-sales': 'nothing sold',
  'only-candidate': 'the only one asked for',
  'stand-in': 'the others failed',
};

export function summaryLines(
  summary: ForecastSummary,
  options: SalesOptions,
  args: readonly string[],
  terminal: Terminal,
): string[] {
  const list = (counts: Readonly<Record<string, number>>, name = (word: string) => word) =>
    Object.entries(counts)
      .map(([word, count]) => `${name(word)} ${grouped(count)}`)
      .join(', ');
  const entries: [string, string][] = [
    ['Series', grouped(summary.series)],
    ['Models used', list(summary.models)],
    ['Why', list(summary.reasons, (reason) => REASONS[reason] ?? reason)],
    ['Seconds', duration(summary.seconds)],
    ['Peak memory', bytes(summary.peakMemoryBytes)],
  ];
  if (summary.output !== '-')
    entries.push(['Written', `${plural(summary.rows, 'row', 'rows')} to ${summary.output}`]);
  return [
    '',
    ...pairs(entries),
    '',
    terminal.dim('How good is it? On the past of the same file:'),
    `  npx shelfcast backtest ${backtestArguments(args).map(shellWord).join(' ')} --origins ${options.origins}`,
  ];
}

/** The same command line for `backtest`, which writes nothing. */
function backtestArguments(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--json' || args[i].startsWith('--output=') || args[i].startsWith('--origins=')) continue;
    if (args[i] === '--output' || args[i] === '--origins') i++;
    else kept.push(args[i]);
  }
  return kept;
}
