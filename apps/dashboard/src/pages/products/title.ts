import type { SeriesFacets } from '@shelfcast/contract';
import type { SeriesFilter } from '../../api/series.ts';
import { attentionWords } from '../../format/attention.ts';
import { attributeWords } from '../../format/attributes.ts';
import { nameOf } from '../../format/names.ts';
import { counted } from '../../format/numbers.ts';

/** The list's answer: how many, and which. */
export function productsAnswer(
  filter: SeriesFilter,
  total: number | null,
  facets: Pick<SeriesFacets, 'locations'> | undefined,
): string {
  const place = facets?.locations.find((one) => one.code === filter.location);
  const where = filter.location ? ` in ${place ? nameOf(place) : filter.location}` : '';
  const like = filter.attribute ? ` with ${attributeWords(filter.attribute)}` : '';
  const which = `${like}${filter.search ? ` matching “${filter.search}”` : ''}`;
  const how = total === null ? 'Products' : counted(total, 'product');
  if (filter.attention)
    return `${how}${where}${which} ${total === 1 ? 'needs' : 'need'} a look: ${attentionWords(filter.attention).short.toLowerCase()}`;
  if (where || which || filter.model) return `${how}${where}${which}`;
  return total === null ? 'Every product, by what will sell' : `${how}, by what will sell`;
}
