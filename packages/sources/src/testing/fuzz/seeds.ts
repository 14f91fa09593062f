import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

/** A file that is read as it is, from which hostile ones are made. */
export interface SeedFile {
  readonly name: string;
  readonly kind: 'text' | 'parquet';
  readonly content: Buffer;
}

const FOLDERS = ['../../upload/layouts/tills/fixtures', '../../upload/facts/fixtures'];
const DAYS = 60;

/** The fixtures of every layout, tables of the other ones, and Parquet files written for the purpose. */
export async function seedFiles(): Promise<SeedFile[]> {
  const fixtures = FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    return readdirSync(path).map((name) => text(name, readFileSync(join(path, name), 'utf8')));
  });
  return [...fixtures, ...tables(), ...(await parquetFiles())];
}

const text = (name: string, content: string): SeedFile => ({
  name,
  kind: 'text',
  content: Buffer.from(content),
});

const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);

function tables(): SeedFile[] {
  const rows = (line: (i: number) => string) => Array.from({ length: DAYS }, (_, i) => line(i)).join('\n');
  const dates = Array.from({ length: DAYS }, (_, i) => `d_${i + 1}`).join(',');
  return [
    text('daily.csv', `date,item,store,units\n${rows((i) => `${day(i)},p${i % 5},s${i % 3},${i}`)}\n`),
    text(
      'receipts.csv',
      `order,line,date,item,store,units,revenue,note\n${rows((i) => `o${i >> 1},${i & 1},${day(i)},p${i % 5},s,${i},${i}.50,"a, ""b"""`)}\nTotal,,,,,${(DAYS * (DAYS - 1)) / 2},,\n`,
    ),
    text(
      'semicolons.csv',
      `Umsatzbericht\nFiliale;Nord\n\nDatum;Artikel;Menge;Umsatz\n${rows((i) => `${1 + (i % 28)}.1.2026;A${i % 4};${i};${i},25`)}\nGesamt;;1;2,00\n`,
    ),
    text(
      'slashes.csv',
      `date\titem\tunits\n${rows((i) => `${1 + (i % 12)}/${1 + (i % 28)}/2026\tp\t${i}`)}\n`,
    ),
    text(
      'invoices.csv',
      `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${rows((i) => `${i % 9 ? '' : 'C'}5363${i >> 2},8512${i % 7}A,HOLDER,${i % 9 ? 6 : -6},2026-01-${String(1 + (i % 28)).padStart(2, '0')} 08:26,2.55,17850,United Kingdom`)}\n`,
    ),
    text('m5.csv', `item_id,store_id,${dates}\n${rows((i) => `I${i},S,${dates.replaceAll(/d_/g, '')}`)}\n`),
    text(
      'lines.jsonl',
      rows((i) =>
        JSON.stringify({ date: day(i), item: { sku: `p${i}`, name: 'Mug' }, item_id: 'x', units: i }),
      ),
    ),
  ];
}

/** Row groups, nulls, decimals, lists, dictionaries and three codecs: what a writer can put in a file of this kind. */
async function parquetFiles(): Promise<SeedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-fuzz-'));
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const select = `SELECT DATE '2026-01-01' + CAST(i % 90 AS INTEGER) AS date, 'p' || (i // 9) AS item, i % 4 AS store,
    CASE WHEN i % 7 = 0 THEN NULL ELSE CAST(i AS DECIMAL(9, 2)) END AS units, [i, i + 1] AS list,
    {'a': i, 'b': 'x'} AS struct, TIMESTAMP '2026-01-01' + INTERVAL (i) HOUR AS at FROM range(300) t(i)`;
  try {
    const files: SeedFile[] = [];
    for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli']) {
      const path = join(folder, codec);
      await connection.run(
        `COPY (${select}) TO '${path}' (FORMAT parquet, CODEC '${codec}', ROW_GROUP_SIZE 128, PARQUET_VERSION ${files.length % 2 ? 'V1' : 'V2'})`,
      );
      files.push({ name: `${codec}.parquet`, kind: 'parquet', content: readFileSync(path) });
    }
    return files;
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}
