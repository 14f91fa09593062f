import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, openBlobs } from '@shelfcast/blobs';
import { type ColumnMapping, type Day, formatDay, parseDay, type TenantId } from '@shelfcast/domain';
import { createImport, loadImport, nextImportId } from '@shelfcast/ledger';
import { postgresServing, type Run, requestRun, type ServingStore } from '@shelfcast/serving';
import { openUpload } from '@shelfcast/sources';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';

/** A database, blobs and tenants with sales, for tests of whole runs. */
export interface Shop extends AsyncDisposable {
  readonly clone: TestDatabase;
  readonly blobs: BlobStore;
  readonly blobsAt: string;
  readonly store: ServingStore;
  /** A tenant that sells `products` at two locations on `days` days up to 2024-06-30, closed on Sundays. */
  tenant(options?: { products?: number; days?: number }): Promise<TenantId>;
  load(tenant: TenantId, csv: string, mapping?: ColumnMapping): Promise<void>;
  request(tenant: TenantId, wish?: { horizon?: number; frequency?: string }): Promise<Run>;
}

export const LAST_DAY = parseDay('2024-06-30') as Day;

/** In a folder of its own, or where `at` says. */
export async function openShop(at?: string): Promise<Shop> {
  const clone = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  const blobsAt = at ?? folder;
  const blobs = await openBlobs(blobsAt);
  const load = async (tenant: TenantId, csv: string, mapping?: ColumnMapping): Promise<void> => {
    const importId = await clone.database.withTenant(tenant, nextImportId);
    const blobKey = `tenants/${tenant}/imports/${importId}/sales.csv`;
    await blobs.put(blobKey, csv);
    await clone.database.withTenant(tenant, (tx) =>
      createImport(tx, {
        importId,
        fileName: 'sales.csv',
        blobKey,
        mapping,
        bytes: Buffer.byteLength(csv),
        sha256: createHash('sha256').update(csv).digest('hex'),
      }),
    );
    const loaded = await loadImport(clone.database, blobs, tenant, importId, { openUpload });
    if (loaded.state !== 'committed') throw new Error(`${loaded.state}: ${JSON.stringify(loaded.failure)}`);
  };
  return {
    clone,
    blobs,
    blobsAt,
    store: postgresServing(clone.database),
    load,
    async tenant({ products = 6, days = 120 } = {}) {
      const tenant = await clone.tenant();
      await load(tenant, salesCsv(products, days));
      return tenant;
    },
    request: (tenant, wish = {}) =>
      clone.database.withTenant(tenant, (tx) => requestRun(tx, { ...wish, requestedBy: 'test' })),
    async [Symbol.asyncDispose]() {
      await clone.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sales with a weekly pattern and a little noise that is the same every time. */
export function salesCsv(products: number, days: number, lastDay: Day = LAST_DAY): string {
  const lines = ['date,product,location,units'];
  for (let d = days - 1; d >= 0; d--) {
    const day = lastDay - d;
    // 1970-01-01 was a Thursday; Sundays are closed.
    const weekday = (((day + 3) % 7) + 7) % 7;
    if (weekday === 6) continue;
    for (let p = 0; p < products; p++) {
      for (const [l, location] of ['North', 'South'].entries()) {
        const noise = 4 * scatter(day * 1000 + p * 10 + l);
        const units = Math.max(0, Math.round(3 + p + 2 * l + (weekday === 5 ? 6 : 0) + noise - 2));
        lines.push(`${formatDay(day)},P${p},${location},${units}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A number in [0, 1) that looks like chance and is none: the fraction of a sine far out. */
function scatter(n: number): number {
  const far = Math.sin(n) * 43_758.5453;
  return far - Math.floor(far);
}
