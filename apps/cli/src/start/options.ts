import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../arguments/usage-error.ts';

/** Which columns of the user's file hold what, where its header doesn't say it. The API's `Mapping`. */
export interface ColumnChoice {
  readonly product?: string[];
  readonly location?: string[];
  readonly date?: string;
  readonly value?: string;
  /** How 3/4/2025 is written, where no date of the file tells. */
  readonly date_order?: 'dmy' | 'mdy';
}

export interface StartOptions {
  /** The user's own sales file; the shipped sample otherwise. */
  readonly file: string | undefined;
  readonly columns: ColumnChoice | undefined;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
}

export const DEFAULT_PORT = 4600;

const definitions = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  data: { type: 'string' },
  date: { type: 'string' },
  product: { type: 'string' },
  location: { type: 'string' },
  units: { type: 'string' },
  'date-order': { type: 'string' },
} as const;

/** Reads the command line of `shelfcast start`. Paths are the user's: relative to where the command was typed. */
export function parseStartOptions(
  commandLine: readonly string[],
  typedIn: string,
  defaultDataFolder: string,
): StartOptions {
  const { values, positionals } = read(commandLine);
  if (positionals.length > 1) {
    throw new UsageError(
      `Only one file can be given, not ${positionals.length}: ${positionals.join(', ')}.`,
      'give the first one now and upload the others on the import page of the dashboard.',
    );
  }
  return {
    file: positionals[0] === undefined ? undefined : resolve(typedIn, positionals[0]),
    columns: columnChoice(values, positionals[0]),
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port),
    dataFolder: values.data === undefined ? defaultDataFolder : resolve(typedIn, values.data),
  };
}

function read(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options: definitions, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0], 'see `npm start -- --help`.');
  }
}

type Values = ReturnType<typeof read>['values'];

function columnChoice(values: Values, file: string | undefined): ColumnChoice | undefined {
  const { date, product, location, units } = values;
  const named = { date, product, location, units };
  const order = dateOrderOf(values['date-order']);
  const namesNone = Object.values(named).every((value) => value === undefined);
  if (namesNone && order === undefined) return undefined;
  if (file === undefined) {
    throw new UsageError(
      'Columns are named, but no file is given.',
      'give the file first: npm start -- my-sales.csv --date …',
    );
  }
  const dateOrder = order === undefined ? {} : { date_order: order };
  if (namesNone) return dateOrder;
  if (date === undefined || product === undefined || units === undefined) {
    const missing = (['date', 'product', 'units'] as const).filter((name) => named[name] === undefined);
    throw new UsageError(
      `Naming columns takes --date, --product and --units; missing: ${missing.map((name) => `--${name}`).join(', ')}.`,
      'name them all (--location is needed only for several locations).',
    );
  }
  return {
    date,
    value: units,
    product: listOf(product),
    ...(location === undefined ? {} : { location: listOf(location) }),
    ...dateOrder,
  };
}

function dateOrderOf(text: string | undefined): 'dmy' | 'mdy' | undefined {
  if (text === undefined || text === 'dmy' || text === 'mdy') return text;
  throw new UsageError(
    `${JSON.stringify(text)} is no order of day and month.`,
    'give dmy (31/12/2025) or mdy (12/31/2025).',
  );
}

/** `item,size` names two columns that together name one product. */
function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(
    `${JSON.stringify(text)} is not a port.`,
    'give a number from 1024 to 65535, for example --port 4601.',
  );
}
