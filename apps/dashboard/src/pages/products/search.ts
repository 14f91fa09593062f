import type { SeriesSort } from '@shelfcast/contract';
import type { SeriesFilter } from '../../api/series.ts';
import { attentionKinds } from '../../format/attention.ts';
import { isAttributeFilter } from '../../format/attributes.ts';

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
  // Cut short it would be another filter.
  const attribute = (value: unknown) =>
    typeof value === 'string' && isAttributeFilter(value) ? value : undefined;
  const one = <T extends string>(value: unknown, of: readonly T[]) =>
    of.find((candidate) => candidate === value);
  return dropEmpty({
    search: text(search.search),
    location: text(search.location),
    attribute: attribute(search.attribute),
    model: text(search.model),
    attention: one(search.attention, attentionKinds),
    sort: one(search.sort, sorts),
  });
}

/** Whether it leaves products out: an order does not. */
export const isFiltered = ({ search, location, attribute, attention, model }: SeriesFilter): boolean =>
  Boolean(search || location || attribute || attention || model);

export function dropEmpty<T extends object>(filter: T): T {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
