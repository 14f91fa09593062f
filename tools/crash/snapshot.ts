import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** What must be the same however often it crashed: by names, because ids may have gaps after a crash. */
export interface Snapshot {
  /** Rows, units and revenue of each series, as `product @ location`. */
  readonly ledger: ReadonlyMap<string, string>;
  /** Everything counted that could be lost or doubled. */
  readonly counts: Readonly<Record<string, number>>;
  /** Each published item, as served, by level and name. */
  readonly published: ReadonlyMap<string, string>;
}

const LEDGER = `
  SELECT p.code || ' @ ' || l.code AS name,
         count(*) || ' rows, ' || sum(s.units) || ' units, ' || coalesce(sum(s.revenue)::text, 'no revenue') AS value
  FROM shelfcast.sale s
  JOIN shelfcast.import i ON i.tenant_id = s.tenant_id AND i.import_id = s.import_id AND i.state = 'committed'
  JOIN shelfcast.series e ON e.tenant_id = s.tenant_id AND e.series_id = s.series_id
  JOIN shelfcast.product p ON p.tenant_id = e.tenant_id AND p.product_id = e.product_id
  JOIN shelfcast.location l ON l.tenant_id = e.tenant_id AND l.location_id = e.location_id
  WHERE NOT EXISTS (
    SELECT FROM shelfcast.superseded h
    WHERE h.tenant_id = s.tenant_id AND h.import_id = s.import_id AND h.block = s.row_no >> 10
      AND get_bit(h.rows, s.row_no & 1023) = 1)
  GROUP BY p.code, l.code`;

const COUNTS = `
  SELECT (SELECT count(*)::int FROM shelfcast.tenant) AS tenants,
         (SELECT count(*)::int FROM shelfcast.import WHERE state = 'committed') AS imports,
         (SELECT count(*)::int FROM shelfcast.import WHERE state IN ('queued', 'loading', 'failed')) AS imports_unfinished,
         (SELECT count(*)::int FROM shelfcast.sale) AS sale_rows,
         (SELECT coalesce(sum(rows_loaded), 0)::int FROM shelfcast.import WHERE state = 'committed') AS rows_loaded,
         (SELECT count(*)::int FROM shelfcast.import_reject) AS rejects,
         (SELECT count(*)::int FROM shelfcast.closure) AS closures,
         (SELECT count(*)::int FROM shelfcast.product) AS products,
         (SELECT count(*)::int FROM shelfcast.location) AS locations,
         (SELECT count(*)::int FROM shelfcast.series) AS series,
         (SELECT count(*)::int FROM shelfcast.run WHERE state = 'published') AS runs_published,
         (SELECT count(*)::int FROM shelfcast.run WHERE state <> 'published') AS runs_unfinished,
         (SELECT count(*)::int FROM shelfcast.published_forecast) AS published,
         (SELECT count(*)::int FROM shelfcast.series_summary) AS summaries`;

const PUBLISHED = `
  SELECT f.level, f.key, f.body,
         coalesce(p.code || ' @ ' || l.code, lo.code, 'all') AS name
  FROM shelfcast.run_pointer r
  JOIN shelfcast.published_forecast f ON f.tenant_id = r.tenant_id AND f.run_id = r.run_id
  LEFT JOIN shelfcast.series e ON f.level = 'series' AND e.tenant_id = f.tenant_id AND e.series_id = f.key
  LEFT JOIN shelfcast.product p ON p.tenant_id = e.tenant_id AND p.product_id = e.product_id
  LEFT JOIN shelfcast.location l ON l.tenant_id = e.tenant_id AND l.location_id = e.location_id
  LEFT JOIN shelfcast.location lo ON f.level = 'location' AND lo.tenant_id = f.tenant_id AND lo.location_id = f.key`;

export async function takeSnapshot(url: string): Promise<Snapshot> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const ledger = await client.query<{ name: string; value: string }>(LEDGER);
    const counts = await client.query<Record<string, number>>(COUNTS);
    const published = await client.query<{ level: string; name: string; body: string }>(PUBLISHED);
    return {
      ledger: new Map(ledger.rows.map(({ name, value }) => [name, value])),
      counts: counts.rows[0],
      published: new Map(
        published.rows.map(({ level, name, body }) => [`${level} ${name}`, withoutIds(body)]),
      ),
    };
  } finally {
    await client.end();
  }
}

/** An item without the numbers that a crash may move on: its series, its run and its location. */
function withoutIds(body: string): string {
  const item = JSON.parse(body) as { series?: number; run?: number; location?: { location?: number } };
  delete item.series;
  delete item.run;
  delete item.location?.location;
  return createHash('sha256').update(JSON.stringify(item)).digest('hex');
}

/** Every difference in words; empty when nothing was lost and nothing doubled. */
export function differences(expected: Snapshot, found: Snapshot): string[] {
  const told: string[] = [];
  for (const [name, value] of Object.entries(expected.counts)) {
    if (found.counts[name] !== value) told.push(`${name}: ${found.counts[name]}, not ${value}`);
  }
  for (const part of ['ledger', 'published'] as const) {
    const names = new Set([...expected[part].keys(), ...found[part].keys()]);
    const wrong = [...names].filter((name) => expected[part].get(name) !== found[part].get(name));
    if (wrong.length === 0) continue;
    const [first] = wrong;
    told.push(
      `${part}: ${wrong.length} of ${names.size} differ, first ${first}: ${found[part].get(first) ?? 'lost'}, not ${expected[part].get(first) ?? 'there'}`,
    );
  }
  return told;
}
