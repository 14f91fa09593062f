import type { TenantId } from '@shelfcast/domain';
import type { SummaryQuery } from './summary.ts';

/** The WHERE of a query over one run's summaries, without cursor, and its values. */
export function summaryFilter(
  tenant: TenantId,
  query: Pick<SummaryQuery, 'run' | 'search' | 'location' | 'attribute' | 'model' | 'attention' | 'failed'>,
): { where: string; values: unknown[] } {
  const values: unknown[] = [tenant, query.run];
  const conditions = ['tenant_id = $1', 'run_id = $2'];
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  for (const word of searchWords(query.search)) add((word) => `search LIKE ${word}`, `%${escapeLike(word)}%`);
  if (query.location !== undefined) add((code) => `location_code = ${code}`, query.location);
  if (query.attribute !== undefined) {
    const { name, value } = query.attribute;
    values.push(name, value);
    conditions.push(
      `series_id IN (
         SELECT s.series_id FROM shelfcast.series s
         JOIN shelfcast.product p ON p.tenant_id = $1 AND p.product_id = s.product_id
         WHERE s.tenant_id = $1 AND p.attributes ->> $${values.length - 1} = $${values.length})`,
    );
  }
  if (query.model !== undefined) add((model) => `model = ${model}`, query.model);
  if (query.attention !== undefined) add((attention) => `${attention} = ANY (attention)`, query.attention);
  if (query.failed) conditions.push('failures IS NOT NULL');
  return { where: conditions.join(' AND '), values };
}

/** What the column `search` holds, and what is looked up in it: folded the same way. */
export function searchText(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
}

// Nobody types more; a bound on what one request can make the database do.
const MOST_WORDS = 8;

function searchWords(search: string | undefined): string[] {
  return searchText(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
