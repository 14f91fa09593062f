import { runErrors, ShelfcastError } from '@shelfcast/domain';

/** Where a page ended: its run, and the last row's sort value and series. The run stays the same from page to page. */
export interface Cursor {
  readonly run: number;
  readonly value: string;
  readonly series: number;
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.run, cursor.value, cursor.series])).toString('base64url');
}

export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 3) {
      const [run, value, series] = parsed as unknown[];
      if (Number.isSafeInteger(run) && typeof value === 'string' && Number.isSafeInteger(series)) {
        return { run: run as number, value, series: series as number };
      }
    }
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new ShelfcastError(runErrors.bad_cursor, {
    detail: 'The cursor cannot be read.',
    remedy: 'Begin again without a cursor, then use `next` of each answer as it is.',
    where: { field: 'cursor' },
  });
}

/** The run a cursor goes on in, so that a list does not change under its reader when a newer run is published. */
export function cursorRun(text: string): number {
  return readCursor(text).run;
}
