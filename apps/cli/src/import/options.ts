import type { Wishes } from '@shelfcast/contract/upload';
import { type OptionKind, readCommandLine } from '../arguments/command-line.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { oneOf } from '../arguments/values.ts';

export interface ImportOptions {
  readonly files: readonly string[];
  /** Undefined: the platform of this machine. */
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly wishes: Wishes;
  readonly json: boolean;
}

const KINDS: Readonly<Record<string, OptionKind>> = {
  url: 'text',
  key: 'text',
  date: 'text',
  product: 'list',
  location: 'list',
  units: 'text',
  kind: 'text',
  'date-order': 'text',
  review: 'switch',
  forecast: 'switch',
  json: 'switch',
};

/** What a file can hold. */
const HOLDS = ['sales', 'products', 'locations', 'prices', 'stock', 'hours', 'events'] as const;

/** Reads the command line of `shelfcast import`. */
export function parseImportOptions(args: readonly string[]): ImportOptions {
  const { files, switches, texts, lists } = readCommandLine(args, KINDS, 'import');
  if (files.length === 0)
    throw new UsageError(
      'No file is named.',
      'Name one or several: shelfcast import sales.csv … A name with spaces needs quotes.',
    );
  const mapping = mappingOf(texts, lists);
  return {
    files,
    url: urlOf(texts.get('url')),
    key: texts.get('key'),
    wishes: {
      ...(mapping && { mapping }),
      review: switches.has('review'),
      forecast: switches.has('forecast'),
    },
    json: switches.has('json'),
  };
}

/** The same words as `shelfcast start` takes: all of what a table needs, or the order of the dates alone. */
function mappingOf(
  texts: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, readonly string[]>,
): Wishes['mapping'] {
  const order = oneOf('date-order', texts.get('date-order'), ['dmy', 'mdy']);
  const kind = oneOf('kind', texts.get('kind'), HOLDS);
  const said = { ...(kind && { kind }), ...(order && { date_order: order }) };
  const [date, units] = [texts.get('date'), texts.get('units')];
  const [product, location] = [lists.get('product'), lists.get('location')];
  if (date === undefined && units === undefined && !product && !location)
    return Object.keys(said).length === 0 ? undefined : said;
  if (date === undefined || units === undefined || !product?.length) {
    const missing = [
      date === undefined && '--date',
      !product?.length && '--product',
      units === undefined && '--units',
    ].filter((name) => name !== false);
    throw new UsageError(
      `Naming columns takes --date, --product and --units; missing: ${missing.join(', ')}.`,
      'Name them all (--location is needed only for several locations).',
    );
  }
  return {
    date,
    value: units,
    product: [...product],
    ...(location && { location: [...location] }),
    ...said,
  };
}

function urlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href.replace(/\/+$/, '');
  throw new UsageError(
    `--url ${JSON.stringify(text)} is no address.`,
    'Write it with its scheme: --url http://127.0.0.1:4600',
  );
}
