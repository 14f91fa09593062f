import assert from 'node:assert/strict';
import {
  type ColumnMapping,
  dayFrom,
  type OpenUpload,
  type SaleBatch,
  ShelfcastError,
} from '@shelfcast/domain';
import { openUpload, uploadSurveyor } from '../../index.ts';
import { randomFrom } from './random.ts';

const TODAY = dayFrom(2026, 11, 22)!;
/** A file is named for messages; no rule goes by it. */
const FILE_NAME = 'sales.csv';

interface Account {
  readonly rows: readonly { readonly row: number }[];
  readonly rowsRead: number;
  readonly rejected: number;
  readonly skipped: number;
}

/** What became of a file: its rows, or the code that refuses it. */
export type Outcome = { readonly rows: number; readonly loaded: number } | { readonly refused: string };

/**
 * Reads a file in every way that we do and holds what must be true of any file: it is refused by an error of ours that says what to
 * do, or each of its rows is loaded, skipped or rejected, once; the survey counts alike; and reading on from any row
 * gives the rows that reading from the start gave.
 */
export async function examine(path: string, seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const mapping: ColumnMapping | null = random.chance(0.5) ? { dateOrder: 'dmy' } : null;
  const options = { fileName: FILE_NAME, today: TODAY, mapping };
  await refusedOr(() => uploadSurveyor.sample(path, options));
  const surveyed = await refusedOr(() => uploadSurveyor.survey(path, options));
  const read = await refusedOr(async () => {
    const upload = await openUpload(path, { ...options, batchRows: 1 + random.below(40) });
    return { upload, account: await readFrom(upload, 0) };
  });
  if ('refused' in read || 'refused' in surveyed) {
    assert.deepEqual(surveyed, read, 'survey and reading disagree about what refuses the file');
    return read as Outcome;
  }
  const { upload, account } = read;
  assert.deepEqual(
    account.rows.map(({ row }) => row).sort((a, b) => a - b),
    Array.from({ length: account.rowsRead }, (_, i) => i + 1),
    'a row is missing, or stands twice',
  );
  const { rows } = surveyed.survey;
  assert.equal(rows.in, rows.loaded + rows.skipped + rows.rejected, 'the survey’s account is not balanced');
  assert.deepEqual(
    [rows.in, rows.skipped, rows.rejected],
    [account.rowsRead, account.skipped, account.rejected],
    'survey and reading count differently',
  );
  const after = random.below(account.rowsRead + 1);
  const rest = await readFrom(upload, after);
  const plain = (list: Account['rows']) =>
    list.filter(({ row }) => row > after).sort((a, b) => a.row - b.row);
  assert.deepEqual(plain(rest.rows), plain(account.rows), `reading on from row ${after} gives other rows`);
  return { rows: account.rowsRead, loaded: rows.loaded };
}

async function readFrom(upload: OpenUpload, after: number): Promise<Account> {
  const rows: { row: number }[] = [];
  let [rowsRead, rejected, skipped] = [after, 0, 0];
  for await (const batch of upload.read(after)) {
    rows.push(...accounted(batch));
    rejected += batch.rejected.length;
    skipped += batch.skipped.length;
    rowsRead = batch.rowsRead;
  }
  return { rows, rowsRead, rejected, skipped };
}

const accounted = (batch: SaleBatch) => [
  ...batch.lines,
  ...batch.planned,
  ...batch.facts,
  ...batch.skipped,
  ...batch.rejected,
];

/** The result, or the code of the refusal, which must be of the file and say what to do. Anything else is thrown on. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | { readonly refused: string }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShelfcastError)) throw error;
    assert.match(error.kind.code, /^upload\./);
    assert.ok(error.details.remedy.length > 10, 'a refusal must say what to do');
    assert.ok(error.details.detail.length < 2_000, 'a refusal must be short enough to be read');
    return { refused: error.kind.code };
  }
}
