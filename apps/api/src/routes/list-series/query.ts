import type { Attention, SeriesSort } from '@shelfcast/contract';
import type { CursorShape } from '../../cursor.ts';

export interface SeriesQuery {
  readonly search?: string;
  readonly location?: string;
  /** `name:value`. */
  readonly attribute?: string;
  readonly model?: string;
  readonly attention?: Attention;
  readonly sort?: SeriesSort;
  readonly cursor?: string;
  readonly limit?: number;
}

/** An attribute of a product and its value; the value may hold colons, the name may not. */
export function attributeOf({ attribute }: SeriesQuery): { name: string; value: string } | undefined {
  const at = attribute?.indexOf(':') ?? -1;
  return at < 0 ? undefined : { name: attribute!.slice(0, at), value: attribute!.slice(at + 1) };
}

/** A cursor goes on in the list it was made for: same source, same order, same filters. */
export function seriesShape(source: 'ledger' | 'run', query: SeriesQuery): CursorShape {
  const { cursor: _cursor, limit: _limit, ...list } = query;
  return { operation: 'listSeries', list: { ...list, source } };
}
