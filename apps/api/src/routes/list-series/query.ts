import type { Attention, SeriesSort } from '@shelfcast/contract';
import type { CursorShape } from '../../cursor.ts';

export interface SeriesQuery {
  readonly search?: string;
  readonly location?: string;
  readonly model?: string;
  readonly attention?: Attention;
  readonly sort?: SeriesSort;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A cursor goes on in the list it was made for: same source, same order, same filters. */
export function seriesShape(source: 'ledger' | 'run', query: SeriesQuery): CursorShape {
  const { cursor: _cursor, limit: _limit, ...list } = query;
  return { operation: 'listSeries', list: { ...list, source } };
}
