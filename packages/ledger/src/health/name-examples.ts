import type { TenantTransaction } from '@shelfcast/database';
import { formatDay } from '@shelfcast/domain';
import { findSeries } from '../series/read-series.ts';
import { VISIBLE } from '../series/visible.ts';
import type { Example, Finding, FindingKind } from './report.ts';

/** Findings about single days of a series: which import brought them is the first thing somebody wants to know. */
const ABOUT_A_DAY: ReadonlySet<FindingKind> = new Set(['outliers', 'future-sales', 'returns-above-sales']);

/** Gives examples the names of their products and locations, and the import that brought them. */
export async function nameExamples(tx: TenantTransaction, findings: readonly Finding[]): Promise<Finding[]> {
  const ids = findings.flatMap(({ examples }) => examples.flatMap(({ series }) => series ?? []));
  const named = new Map((await findSeries(tx, [...new Set(ids)])).map((row) => [row.series_id, row]));
  const withNames = (example: Example): Example => {
    const row = example.series === undefined ? undefined : named.get(example.series);
    if (row === undefined) return example;
    return {
      ...example,
      product: { code: row.product_code, name: row.product_name },
      location: { location: row.location_id, code: row.location_code, name: row.location_name },
    };
  };
  return Promise.all(
    findings.map(async (finding) => {
      const examples = finding.examples.map(withNames);
      return {
        ...finding,
        examples: ABOUT_A_DAY.has(finding.kind) ? await withImports(tx, examples) : examples,
      };
    }),
  );
}

async function withImports(tx: TenantTransaction, examples: readonly Example[]): Promise<Example[]> {
  const asked = examples.filter(({ series, to }) => series !== undefined && to !== undefined);
  const rows = await tx.query<{ series_id: number; import_id: number }>(
    `SELECT a.series_id, max(s.import_id) AS import_id
     FROM unnest($2::bigint[], $3::date[]) AS a (series_id, day)
     JOIN shelfcast.sale s ON s.series_id = a.series_id AND (s.sold_on = a.day OR s.returned_on = a.day)
     WHERE ${VISIBLE} GROUP BY a.series_id, a.day`,
    [tx.tenant, asked.map(({ series }) => series), asked.map(({ to }) => formatDay(to!))],
  );
  const imports = new Map(rows.map((row) => [row.series_id, row.import_id]));
  return examples.map((example) => {
    const brought = imports.get(example.series ?? 0);
    return brought === undefined ? example : { ...example, import: brought };
  });
}
