import type { Series, SeriesFacets, SeriesPage } from '@shelfcast/contract';
import { CURRENT_RUN, seriesAt } from './catalogue.ts';
import { attributesOf } from './details.ts';
import { locations } from './shop.ts';

/** Search, filter, sort and page over all series, as the server does it. */
export class SeriesList {
  readonly count: number;
  #all: Series[] | null = null;

  constructor(count: number) {
    this.count = count;
  }

  get all(): Series[] {
    this.#all ??= Array.from({ length: this.count }, (_, i) => seriesAt(i + 1));
    return this.#all;
  }

  page(query: URLSearchParams): SeriesPage {
    const search = query.get('search')?.toLowerCase();
    const location = query.get('location');
    const [attribute, ...value] = query.get('attribute')?.split(':') ?? [];
    const attention = query.get('attention');
    const model = query.get('model');
    const fits = (one: Series) =>
      (!search ||
        `${one.product.code} ${one.product.name} ${one.location.name}`.toLowerCase().includes(search)) &&
      (!location || one.location.code === location) &&
      (!attribute || attributesOf(one.series)[attribute] === value.join(':')) &&
      (!attention || one.attention.some((kind) => kind === attention)) &&
      (!model || one.model === model);
    const found = this.all.filter(fits).sort(order(query.get('sort') ?? '-total_mean'));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return {
      items: found.slice(from, from + limit),
      next: from + limit < found.length ? String(from + limit) : null,
    };
  }

  facets(): SeriesFacets {
    const tally = (keys: (one: Series) => string[]) => {
      const counts: Record<string, number> = {};
      for (const one of this.all) for (const key of keys(one)) counts[key] = (counts[key] ?? 0) + 1;
      return counts;
    };
    const byPlace = tally((one) => [one.location.code]);
    return {
      run: CURRENT_RUN,
      total: this.count,
      models: tally((one) => (one.model ? [one.model] : [])),
      attention: tally((one) => one.attention),
      locations: locations.map((place) => ({
        code: place.code,
        name: place.name,
        series: byPlace[place.code] ?? 0,
      })),
    };
  }
}

function order(sort: string): (a: Series, b: Series) => number {
  const down = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '');
  const value = (one: Series): string | number => {
    if (field === 'product') return one.product.name ?? one.product.code;
    if (field === 'location') return one.location.name ?? one.location.code;
    return (field === 'wape' ? one.wape : one.total_mean) ?? 0;
  };
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    return (
      down * (typeof left === 'string' ? left.localeCompare(String(right)) : left - Number(right)) ||
      a.series - b.series
    );
  };
}
