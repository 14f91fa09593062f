import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { LEASE_SECONDS, leaseLost, type RunLease, renewLease } from '@shelfcast/serving';

/** Keeps a lease until disposed of; its signal is aborted when the lease is lost. */
export interface Heartbeat extends Disposable {
  readonly signal: AbortSignal;
}

/** Beats five times a lease. A beat that fails (the database restarts) is no harm while the lease lasts. */
export function keepLease(database: Database, tenant: TenantId, lease: RunLease): Heartbeat {
  const lost = new AbortController();
  let heldUntil = performance.now() + LEASE_SECONDS * 1000;
  const timer = setInterval(
    async () => {
      const asked = performance.now();
      try {
        if (await database.withTenant(tenant, (tx) => renewLease(tx, lease))) {
          heldUntil = asked + LEASE_SECONDS * 1000;
          return;
        }
      } catch {
        if (performance.now() < heldUntil) return;
      }
      clearInterval(timer);
      lost.abort(leaseLost(lease));
    },
    (LEASE_SECONDS * 1000) / 5,
  );
  timer.unref();
  return {
    signal: lost.signal,
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
