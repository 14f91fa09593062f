import { availableParallelism } from 'node:os';
import type { Frequency } from '../calendar/calendar.ts';
import { type OptionKind, readCommandLine } from './command-line.ts';
import { UsageError } from './usage-error.ts';
import { frequency, models, oneOf, quantiles, seasons, wholeNumber } from './values.ts';

/** What `forecast` and `backtest` have in common: which file, what its columns mean, and how to forecast. */
export interface SalesOptions {
  readonly file: string;
  readonly ids: readonly string[];
  readonly date: string;
  readonly value: string;
  readonly known: readonly string[];
  readonly statics: readonly string[];
  readonly dateFormat: string | undefined;
  readonly missing: 'zero' | 'nan';
  readonly closed: string | undefined;
  readonly end: 'series' | 'file';
  readonly horizon: number;
  /** Undefined: as the dates are spaced. */
  readonly frequency: Frequency | undefined;
  /** The season and longer ones beside it; undefined: the usual ones of the frequency. */
  readonly seasons: readonly number[] | undefined;
  /** The code of a place whose holidays the models know; undefined: nobody's. */
  readonly holidays: string | undefined;
  readonly quantiles: readonly number[];
  readonly models: 'auto' | readonly string[];
  readonly origins: number;
  readonly workers: number;
  readonly json: boolean;
}

const KINDS: Readonly<Record<string, OptionKind>> = {
  id: 'list',
  date: 'text',
  value: 'text',
  known: 'list',
  static: 'list',
  'date-format': 'text',
  missing: 'text',
  closed: 'text',
  end: 'text',
  horizon: 'text',
  frequency: 'text',
  season: 'list',
  holidays: 'text',
  quantiles: 'list',
  models: 'list',
  origins: 'text',
  workers: 'text',
  json: 'switch',
};

/** Ten years of days: further ahead, no sales forecast means anything. */
const LONGEST_HORIZON = 3_660;
const MOST_ORIGINS = 100;
const MOST_WORKERS = 256;
const USUAL_ORIGINS = 3;

/** Reads the common options; `own` are those of the command itself. */
export function readSalesOptions(
  args: readonly string[],
  command: string,
  own: Readonly<Record<string, OptionKind>>,
): { options: SalesOptions; texts: ReadonlyMap<string, string> } {
  const { files, switches, texts, lists } = readCommandLine(args, { ...KINDS, ...own }, command);
  if (files.length !== 1)
    throw new UsageError(
      files.length === 0 ? 'No file is named.' : `${files.length} files are named: ${files.join(', ')}.`,
      `Name one CSV (also .gz) or Parquet file: shelfcast ${command} sales.csv … A name with spaces needs quotes.`,
    );
  const required = (name: string, example: string) => {
    const given = texts.get(name);
    if (given === undefined)
      throw new UsageError(
        `--${name} is missing.`,
        `Say ${example}; \`shelfcast ${command} --help\` shows an example.`,
      );
    return given;
  };
  const ids = lists.get('id') ?? [];
  if (ids.length === 0)
    throw new UsageError(
      '--id is missing.',
      'Name the columns that tell one series from another: --id item,store.',
    );
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated !== undefined) throw new UsageError(`--id names ${repeated} twice.`, 'Name each column once.');
  return {
    texts,
    options: {
      file: files[0],
      ids,
      date: required('date', 'which column holds the date: --date date'),
      value: required('value', 'which column holds the units sold: --value units'),
      known: lists.get('known') ?? [],
      statics: lists.get('static') ?? [],
      dateFormat: texts.get('date-format'),
      missing: oneOf('missing', texts.get('missing'), ['zero', 'nan']) ?? 'zero',
      closed: texts.get('closed'),
      end: oneOf('end', texts.get('end'), ['series', 'file']) ?? 'series',
      horizon: wholeNumber(
        'horizon',
        required('horizon', 'how many periods ahead: --horizon 28'),
        LONGEST_HORIZON,
      )!,
      frequency: frequency(texts.get('frequency')),
      seasons: seasons(lists.get('season')),
      holidays: texts.get('holidays'),
      quantiles: quantiles(lists.get('quantiles')),
      models: models(lists.get('models')),
      origins: wholeNumber('origins', texts.get('origins'), MOST_ORIGINS) ?? USUAL_ORIGINS,
      workers: wholeNumber('workers', texts.get('workers'), MOST_WORKERS) ?? availableParallelism(),
      json: switches.has('json'),
    },
  };
}
