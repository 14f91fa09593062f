import type { Attention, SeriesSort } from '@shelfcast/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export interface SeriesFilter {
  readonly search?: string;
  readonly location?: string;
  /** An attribute of the product, `category:Lamps`. */
  readonly attribute?: string;
  readonly attention?: Attention;
  readonly model?: string;
  readonly sort?: SeriesSort;
}

/** A hundred rows a page: two screens ahead of a fast thumb, 30 kB. */
const PAGE_ROWS = 100;

export const seriesListQuery = (filter: SeriesFilter) =>
  infiniteQueryOptions({
    queryKey: ['series', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/v1/series', {
          params: { query: { ...filter, limit: PAGE_ROWS, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** The few best matches, for the search box. */
export const seriesSearchQuery = (search: string) =>
  queryOptions({
    queryKey: ['series', 'search', search],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/series', { params: { query: { search, limit: 8 } }, signal })),
    enabled: search.trim().length > 0,
  });

export const seriesQuery = (series: number) =>
  queryOptions({
    queryKey: ['series', series],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/series/{series}', { params: { path: { series } }, signal })),
  });

/** What files say of it beside its sales. */
export const detailsQuery = (series: number) =>
  queryOptions({
    queryKey: ['series', series, 'details'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/series/{series}/details', { params: { path: { series } }, signal })),
  });

export const historyQuery = (series: number) =>
  queryOptions({
    queryKey: ['series', series, 'history'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/series/{series}/history', { params: { path: { series } }, signal })),
  });

export const forecastQuery = (series: number) =>
  queryOptions({
    queryKey: ['series', series, 'forecast'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/forecasts/{series}', { params: { path: { series } }, signal })),
  });

export const pastForecastsQuery = (series: number) =>
  queryOptions({
    queryKey: ['series', series, 'past'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/forecasts/{series}/past', {
          params: { path: { series }, query: { limit: 12 } },
          signal,
        }),
      ),
  });

/** How many series each filter leaves. */
export const facetsQuery = queryOptions({
  queryKey: ['series', 'facets'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/series/facets', { signal })),
});
