import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { facetsQuery, type SeriesFilter, seriesListQuery } from '../../api/series.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SkeletonPage } from '../../components/skeleton.tsx';
import { counted } from '../../format/numbers.ts';
import { Filters } from './filters.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ProductTable } from './product-table.tsx';
import { dropEmpty, isFiltered } from './search.ts';
import { productsAnswer } from './title.ts';

const route = getRouteApi('/inside/products');

/** Every product in every location. The server searches, filters and sorts; here are only the rows near the screen. */
export function ProductsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data: facets } = useQuery(facetsQuery);
  const list = useInfiniteQuery({ ...seriesListQuery(filter), placeholderData: keepPreviousData });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const filtered = isFiltered(filter);
  const total = rowTotal(filter, facets) ?? (list.data && !list.hasNextPage ? rows.length : null);

  const onFilter = (change: Partial<SeriesFilter>) =>
    void navigate({ search: dropEmpty({ ...filter, ...change }), replace: true, resetScroll: false });

  if (list.isPending) return <SkeletonPage label="Loading products" />;
  return (
    <div>
      <PageTitle
        tab="Products"
        below={
          facets && !filtered
            ? facets.locations.length > 1
              ? `A product counts once in each of ${counted(facets.locations.length, 'location')}.`
              : undefined
            : undefined
        }
      >
        {productsAnswer(filter, total, facets)}
      </PageTitle>
      <Filters filter={filter} facets={facets} onFilter={onFilter} />
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!list.error && rows.length === 0 ? (
        <NothingFound filtered={filtered} onClear={() => void navigate({ search: {} })} />
      ) : (
        <ProductTable
          rows={rows}
          total={total}
          sort={filter.sort}
          onSort={(sort) => onFilter({ sort })}
          more={list.hasNextPage}
          onMore={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
          stale={list.isPlaceholderData}
        />
      )}
    </div>
  );
}

/** How many rows a filter leaves, where the facets say it without counting rows. */
function rowTotal(
  filter: SeriesFilter,
  facets:
    | {
        total: number;
        attention: Record<string, number>;
        models: Record<string, number>;
        locations: { code: string; series: number }[];
      }
    | undefined,
): number | null {
  const { search, location, attribute, attention, model } = filter;
  if (!facets || search || attribute) return null;
  const used = [location, attention, model].filter(Boolean).length;
  if (used === 0) return facets.total;
  if (used > 1) return null;
  if (attention) return facets.attention[attention] ?? 0;
  if (model) return facets.models[model] ?? 0;
  return facets.locations.find((one) => one.code === location)?.series ?? 0;
}
