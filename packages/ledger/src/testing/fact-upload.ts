import { createHash, randomUUID } from 'node:crypto';
import type { Fact, OpenUpload, SaleBatch, ShelfcastError, UploadKind } from '@shelfcast/domain';
import { createImport, type ImportRow, loadImport } from '../index.ts';
import type { Till } from './open-till.ts';

/** Facts without the row that they come from: it is their place in the list. */
export type Stated = Fact extends infer F ? (F extends Fact ? Omit<F, 'row'> : never) : never;

const BATCH_ROWS = 2;
const KINDS: Record<Fact['kind'], UploadKind> = {
  product: 'products',
  location: 'locations',
  price: 'prices',
  stock: 'stock',
  hours: 'hours',
  event: 'events',
};

/**
 * Imports facts as a file that was read as them, in batches of two rows. The same facts are the same bytes. `breaks`: what
 * the file turns out to be behind them.
 */
export async function bringFacts(
  till: Till,
  stated: readonly Stated[],
  breaks?: ShelfcastError,
): Promise<ImportRow> {
  const facts = stated.map((fact, i) => ({ ...fact, row: i + 1 }) as Fact);
  const content = JSON.stringify(facts);
  const blobKey = `uploads/${randomUUID()}`;
  const { bytes } = await till.blobs.put(blobKey, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const importId = await till.database.withTenant(till.tenant, (tx) =>
    createImport(tx, { fileName: 'facts.csv', blobKey, bytes, sha256 }),
  );
  const upload = openFacts(facts, breaks);
  return loadImport(till.database, till.blobs, till.tenant, importId, {
    openUpload: async () => upload,
    batchRows: BATCH_ROWS,
  });
}

function openFacts(facts: readonly Fact[], breaks?: ShelfcastError): OpenUpload {
  return {
    kind: KINDS[facts[0].kind],
    layout: 'facts',
    columns: [],
    personalColumns: [],
    personal: [],
    summed: {},
    mapping: {},
    reading: { columns: [], kept: [], delimiter: ',', dateOrder: 'either' },
    correctionOf: null,
    fileBytes: facts.length,
    async *cellsOf() {},
    async *read(after = 0) {
      for (let from = after; from < facts.length; from += BATCH_ROWS) {
        const rows = facts.slice(from, from + BATCH_ROWS);
        const rowsRead = from + rows.length;
        const batch: SaleBatch = {
          lines: [],
          planned: [],
          facts: rows,
          skipped: [],
          rejected: [],
          totals: [],
          rowsRead,
          bytesRead: rowsRead,
        };
        yield batch;
      }
      if (breaks) throw breaks;
    },
  };
}
