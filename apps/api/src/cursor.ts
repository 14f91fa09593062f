import { createHash } from 'node:crypto';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';

/**
 * Cursors are opaque and tied to the list they were made for: its operation, order and filters. They hold a place, never a
 * right: whoever sends one reads within their own tenant.
 */
export interface CursorShape {
  readonly operation: string;
  /** Everything that decides what the list holds and how it is sorted. */
  readonly list?: Readonly<Record<string, unknown>>;
}

export function writeCursor(shape: CursorShape, place: string | number): string {
  return Buffer.from(JSON.stringify([fingerprint(shape), place])).toString('base64url');
}

/** The place a cursor holds; undefined without a cursor. Throws `request.bad_cursor` for one of another list. */
export function readCursor<P extends 'string' | 'number'>(
  shape: CursorShape,
  type: P,
  cursor: string | undefined,
): (P extends 'string' ? string : number) | undefined {
  if (cursor === undefined) return undefined;
  const parsed = parse(cursor);
  if (!Array.isArray(parsed) || parsed[0] !== fingerprint(shape) || typeof parsed[1] !== type)
    throw badCursor();
  if (type === 'number' && !Number.isSafeInteger(parsed[1])) throw badCursor();
  return parsed[1];
}

export function badCursor(): ShelfcastError {
  return new ShelfcastError(requestErrors.bad_cursor, {
    detail: 'The cursor was not made by this list with this order and these filters.',
    remedy: 'Begin without a cursor, then hand back `next` of each answer as it is.',
    where: { field: 'cursor' },
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function fingerprint({ operation, list = {} }: CursorShape): string {
  const parts = Object.entries(list)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([operation, parts]))
    .digest('base64url')
    .slice(0, 8);
}
