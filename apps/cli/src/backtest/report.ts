import type { ForecastPlan, ModelAccuracy, PanelBacktest } from '@shelfcast/forecasting';
import type { SalesOptions } from '../arguments/sales-options.ts';
import { type Frequency, periodName } from '../calendar/calendar.ts';
import type { Sales } from '../read-sales.ts';
import { bytes, duration, figure, grouped, percent, shellWord } from '../terminal/format.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What the backtest found, as `--json` prints it. NaN becomes null there: nothing could be measured. */
export interface BacktestReport {
  readonly file: string;
  readonly series: number;
  /** Series with enough history to hold a test. */
  readonly tested: number;
  readonly frequency: Frequency;
  readonly season: number;
  readonly seasons: readonly number[];
  readonly horizon: number;
  readonly origins: number;
  readonly models: readonly ModelAccuracy[];
  readonly failures: PanelBacktest['failures'];
  readonly notes: readonly string[];
  readonly seconds: number;
  readonly peakMemoryBytes: number;
}

const NAIVE = 'seasonal-naive';

export function reportOf(
  options: SalesOptions,
  sales: Sales,
  plan: ForecastPlan,
  backtest: PanelBacktest,
  seconds: number,
): BacktestReport {
  return {
    file: options.file,
    series: backtest.count,
    tested: backtest.tested,
    frequency: sales.choice.calendar.frequency,
    season: plan.season,
    seasons: plan.seasons ?? [],
    horizon: options.horizon,
    origins: options.origins,
    models: backtest.models,
    failures: backtest.failures,
    notes: sales.notes,
    seconds: Math.round(seconds * 1000) / 1000,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  };
}

export function reportJson(report: BacktestReport): string {
  return JSON.stringify(report, null, 2);
}

export function reportLines(report: BacktestReport, args: readonly string[], terminal: Terminal): string[] {
  if (report.tested === 0)
    return [
      '',
      `None of the ${grouped(report.series)} series has enough history to hold back ${report.horizon} ${periodName[report.frequency][1]} and forecast them.`,
      'What to do: give a shorter --horizon, or more history.',
    ];
  const [period] = periodName[report.frequency];
  const rows = report.models.map((model) => [
    model.model,
    percent(model.wape),
    figure(model.rmsse),
    signed(model.bias),
    figure(model.mae),
    percent(model.coverage80),
    grouped(model.series),
  ]);
  return [
    '',
    ...inWords(report),
    '',
    ...table(['Model', 'WAPE', 'RMSSE', 'Bias', 'Off by', 'In 80 % band', 'Series'], rows),
    '',
    terminal.dim(
      `WAPE: errors as a share of what sold. RMSSE: mean over series, 1 = off by as much as one ${period} differs from the next. Bias: above 0 = too high.`,
    ),
    terminal.dim(`${duration(report.seconds)}, ${bytes(report.peakMemoryBytes)} of memory at most`),
    '',
    'To forecast with it:',
    `  npx shelfcast forecast ${forecastArguments(args).map(shellWord).join(' ')} --output forecasts.csv`,
  ];
}

/** The finding first, as one says it: how far off, how far the naive forecast, who wins. */
function inWords(report: BacktestReport): string[] {
  const [period] = periodName[report.frequency];
  const auto = report.models.find(({ model }) => model === 'auto');
  const naive = report.models.find(({ model }) => model === NAIVE);
  const lines: string[] = [];
  if (auto !== undefined && naive !== undefined) {
    const gain = 1 - auto.absoluteError / naive.absoluteError;
    const verdict = !Number.isFinite(gain)
      ? ''
      : Math.abs(gain) < 0.005
        ? ' No difference worth the name.'
        : ` That is ${percent(Math.abs(gain))} ${gain > 0 ? 'less' : 'more: here the naive forecast is the better one'}.`;
    lines.push(
      `On average off by ${figure(auto.mae)} units a ${period}; the seasonal naive forecast by ${figure(naive.mae)}.${verdict}`,
    );
    if (Number.isFinite(auto.coverage80))
      lines.push(
        `In ${(auto.coverage80 * 10).toFixed(1)} of 10 cases sales were inside the 80 % band (8 would be exact).`,
      );
  }
  const untested = report.series - report.tested;
  if (untested > 0)
    lines.push(
      `${grouped(untested)} of ${grouped(report.series)} series have too little history to be tested.`,
    );
  return lines;
}

function signed(share: number): string {
  const text = percent(share);
  return share > 0 ? `+${text}` : text;
}

function forecastArguments(args: readonly string[]): string[] {
  return args.filter((arg) => arg !== '--json');
}
