import type { SeriesSort } from '@shelfcast/contract';
import type { SeriesFilter } from '../../api/series.ts';
import { attentionKinds } from '../../format/attention.ts';

const sorts = [
  'product',
  '-product',
  'location',
  '-location',
  'total_mean',
  '-total_mean',
  'wape',
  '-wape',
] as const satisfies readonly SeriesSort[];

export const defaultSort = '-total_mean' satisfies SeriesSort;

/** The filters of the product list as they stand in the address; what can't be understood is left out. */
export function readProductsSearch(search: Record<string, unknown>): SeriesFilter {
  const text = (value: unknown) => {
    const trimmed = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : '';
    return trimmed || undefined;
  };
  const one = <T extends string>(value: unknown, of: readonly T[]) =>
    of.find((candidate) => candidate === value);
  return dropEmpty({
    search: text(search.search),
    location: text(search.location),
    model: text(search.model),
    attention: one(search.attention, attentionKinds),
    sort: one(search.sort, sorts),
  });
}

export function dropEmpty<T extends object>(filter: T): T {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
