import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ColumnMapping,
  dayFrom,
  type Fact,
  type PlannedRow,
  type RejectedRow,
  type SaleLine,
  type SkippedRow,
  type UploadKind,
} from '@shelfcast/domain';
import { openUpload } from '../index.ts';

export const TODAY = dayFrom(2026, 11, 22)!;

export interface WholeUpload {
  readonly kind: UploadKind;
  readonly layout: string;
  readonly lines: SaleLine[];
  readonly planned: PlannedRow[];
  readonly facts: Fact[];
  readonly skipped: SkippedRow[];
  readonly rejected: RejectedRow[];
  readonly rowsRead: number;
}

/** Puts `content` into a file of its own for as long as `work` takes. */
export async function inFile<T>(
  content: string | Uint8Array,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-sources-'));
  try {
    const path = join(folder, 'upload');
    writeFileSync(path, content);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a whole upload into memory. */
export async function readAll(
  path: string,
  options: { mapping?: ColumnMapping; batchRows?: number; after?: number } = {},
): Promise<WholeUpload> {
  const upload = await openUpload(path, {
    fileName: 'sales.csv',
    today: TODAY,
    mapping: options.mapping,
    batchRows: options.batchRows,
  });
  const whole = {
    kind: upload.kind,
    layout: upload.layout,
    lines: [],
    planned: [],
    facts: [],
    skipped: [],
    rejected: [],
    rowsRead: 0,
  } as {
    -readonly [K in keyof WholeUpload]: WholeUpload[K];
  };
  for await (const batch of upload.read(options.after)) {
    whole.lines.push(...batch.lines);
    whole.planned.push(...batch.planned);
    whole.facts.push(...batch.facts);
    whole.skipped.push(...batch.skipped);
    whole.rejected.push(...batch.rejected);
    whole.rowsRead = batch.rowsRead;
  }
  return whole;
}

/** `readAll` of a file with this content. */
export function readContent(
  content: string | Uint8Array,
  options?: Parameters<typeof readAll>[1],
): Promise<WholeUpload> {
  return inFile(content, (path) => readAll(path, options));
}
