import type { Database } from '@shelfcast/database';
import { type Level, levels, type TenantId } from '@shelfcast/domain';
import type { PastForecast, PublishedItem, ServingStore } from './serving-store.ts';

// Rows an INSERT: a few megabytes of JSON a statement.
const CHUNK = 500;

interface BodyRow {
  key: number;
  body: string;
}

/** Published forecasts in PostgreSQL, under row-level security like everything else. */
export function postgresServing(database: Database): ServingStore {
  const read = <R extends object>(
    tenant: TenantId,
    statement: string,
    values: readonly unknown[],
  ): Promise<R[]> =>
    database.withTenant(tenant, (tx) => tx.query<R>(statement, [tenant, ...values]), { readOnly: true });

  return {
    async publish(tenant, run, items) {
      await database.withTenant(tenant, async (tx) => {
        for (let from = 0; from < items.length; from += CHUNK) {
          const chunk = items.slice(from, from + CHUNK);
          await tx.query(
            `INSERT INTO shelfcast.published_forecast (tenant_id, run_id, level, key, body)
             SELECT $1, $2, i.level, i.key, i.body FROM unnest($3::text[], $4::bigint[], $5::text[]) AS i (level, key, body)
             ON CONFLICT (tenant_id, run_id, level, key) DO UPDATE SET body = excluded.body
               WHERE published_forecast.body <> excluded.body`,
            [
              tenant,
              run,
              chunk.map((item) => item.level),
              chunk.map((item) => item.key),
              chunk.map((item) => item.body),
            ],
          );
        }
      });
    },

    async count(tenant, run) {
      const rows = await read<{ level: Level; count: number }>(
        tenant,
        `SELECT level, count(*) AS count FROM shelfcast.published_forecast
         WHERE tenant_id = $1 AND run_id = $2 GROUP BY level`,
        [run],
      );
      const counts = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>;
      for (const row of rows) counts[row.level] = Number(row.count);
      return counts;
    },

    async advance(tenant, run) {
      const moved = await database.withTenant(tenant, (tx) =>
        tx.query(
          `INSERT INTO shelfcast.run_pointer (tenant_id, run_id) VALUES ($1, $2)
           ON CONFLICT (tenant_id) DO UPDATE SET run_id = excluded.run_id, advanced_at = now()
             WHERE run_pointer.run_id < excluded.run_id
           RETURNING run_id`,
          [tenant, run],
        ),
      );
      return moved.length === 1;
    },

    async current(tenant) {
      const [row] = await read<{ run_id: number }>(
        tenant,
        'SELECT run_id FROM shelfcast.run_pointer WHERE tenant_id = $1',
        [],
      );
      return row && Number(row.run_id);
    },

    async get(tenant, run, level, key) {
      const [row] = await read<BodyRow>(
        tenant,
        `SELECT body FROM shelfcast.published_forecast
         WHERE tenant_id = $1 AND run_id = $2 AND level = $3 AND key = $4`,
        [run, level, key],
      );
      return row?.body;
    },

    async getMany(tenant, run, level, keys) {
      const rows = await read<BodyRow>(
        tenant,
        `SELECT key, body FROM shelfcast.published_forecast
         WHERE tenant_id = $1 AND run_id = $2 AND level = $3 AND key = ANY ($4::bigint[])`,
        [run, level, [...keys]],
      );
      return new Map(rows.map((row) => [Number(row.key), row.body]));
    },

    async list(tenant, run, level, { after, limit }) {
      const rows = await read<BodyRow>(
        tenant,
        `SELECT key, body FROM shelfcast.published_forecast
         WHERE tenant_id = $1 AND run_id = $2 AND level = $3 AND ($4::bigint IS NULL OR key > $4)
         ORDER BY key LIMIT $5`,
        [run, level, after ?? null, limit],
      );
      return rows.map((row): PublishedItem => ({ level, key: Number(row.key), body: row.body }));
    },

    async past(tenant, level, key, { limit, before }) {
      // From the few published runs to their items by primary key; never a scan over a tenant's forecasts.
      const rows = await read<{ run_id: number; body: string }>(
        tenant,
        `SELECT r.run_id, p.body FROM shelfcast.run r
         JOIN shelfcast.published_forecast p
           ON p.tenant_id = $1 AND p.run_id = r.run_id AND p.level = $2 AND p.key = $3
         WHERE r.tenant_id = $1 AND r.state = 'published' AND ($4::bigint IS NULL OR r.run_id < $4)
         ORDER BY r.run_id DESC LIMIT $5`,
        [level, key, before ?? null, limit],
      );
      return rows.map((row): PastForecast => ({ run: Number(row.run_id), body: row.body }));
    },

    async remove(tenant, run) {
      return database.withTenant(tenant, async (tx) => {
        const [pointer] = await tx.query<{ run_id: number }>(
          'SELECT run_id FROM shelfcast.run_pointer WHERE tenant_id = $1 FOR UPDATE',
          [tenant],
        );
        if (pointer && Number(pointer.run_id) === run) return false;
        await tx.query('DELETE FROM shelfcast.published_forecast WHERE tenant_id = $1 AND run_id = $2', [
          tenant,
          run,
        ]);
        return true;
      });
    },
  };
}
