import { type TenantId, tenantId, type UserId, userId } from '@shelfcast/domain';
import { Pool } from 'pg';
import { describeFailure } from './errors.ts';
import { type Gate, gateOn } from './gate/gate.ts';
import { inTransaction, type TransactionOptions } from './in-transaction.ts';
import { refuseUnsafeRole } from './refuse-unsafe-role.ts';
import type { TenantTransaction, UserTransaction } from './transaction.ts';
import { types } from './types.ts';

/** The product's way to its data. There is no way to a connection without saying for whom. */
export interface Database {
  /** Runs `work` in a transaction that sees this tenant's rows only; commits, or rolls back when `work` throws. */
  withTenant<T>(
    tenant: TenantId,
    work: (tx: TenantTransaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** The same for a person's own rows: account and sessions. */
  withUser<T>(
    user: UserId,
    work: (tx: UserTransaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** What may be asked before a tenant is known. Ids only. */
  readonly gate: Gate;
  /** Throws `database.unavailable` where the database does not answer. */
  ping(): Promise<void>;
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most connections at once. Default 10. */
  readonly maxConnections?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

/** Opens a pool as the role shelfcast_app. Connects on first use. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'shelfcast',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types,
    verify: refuseUnsafeRole,
  });
  // A lost connection is taken out of the pool, and whoever works on it is told by the next statement. pg also tells the
  // pool (of idle ones) and the connection (of borrowed ones) by an event, which without a listener would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const query = async <Row extends object>(text: string, values: readonly unknown[]) => {
    try {
      return (await pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw describeFailure(error);
    }
  };
  let closing: Promise<void> | undefined;
  return {
    withTenant: async (tenant, work, transactionOptions) =>
      inTransaction(
        pool,
        { name: 'shelfcast.tenant_id', id: tenantId(tenant) },
        (tx) => work(Object.assign(tx, { tenant })),
        transactionOptions,
      ),
    withUser: async (user, work, transactionOptions) =>
      inTransaction(
        pool,
        { name: 'shelfcast.user_id', id: userId(user) },
        (tx) => work(Object.assign(tx, { user })),
        transactionOptions,
      ),
    gate: gateOn(query),
    async ping() {
      await query('SELECT 1', []);
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
