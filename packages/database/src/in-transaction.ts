import type { Pool, PoolClient } from 'pg';
import { describeFailure } from './errors.ts';
import { type Transaction, transactionOn } from './transaction.ts';

export interface TransactionOptions {
  /** `repeatable read`: every statement sees the same moment. Default `read committed`. */
  readonly isolation?: 'read committed' | 'repeatable read';
  readonly readOnly?: boolean;
}

/** For whom a transaction runs: a setting that the policies read, and its validated value. */
interface Scope {
  readonly name: 'shelfcast.tenant_id' | 'shelfcast.user_id';
  readonly id: string;
}

/** Runs `work` in a transaction of its own, scoped before its first statement. Fails closed. */
export async function inTransaction<T>(
  pool: Pool,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw describeFailure(error);
  }
  try {
    await client.query(beginStatement(options));
    // Transaction-local: it ends with COMMIT or ROLLBACK, so the next borrower of the connection starts with none.
    await client.query('SELECT set_config($1, $2, true)', [scope.name, scope.id]);
    const { tx, end } = transactionOn(client);
    const result = await work(tx).finally(end);
    const { command } = await client.query('COMMIT');
    // PostgreSQL answers the COMMIT of a transaction that has failed with ROLLBACK, without an error.
    if (command !== 'COMMIT')
      throw new Error('A statement failed and its error was swallowed: nothing was committed.');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw describeFailure(error);
  }
}

/**
 * `LOCK` needs no snapshot, `SELECT` does. A transaction that keeps its snapshot takes the partitions' lock first, so that a
 * promotion happens before it or after it (see promote-tenant.ts).
 */
function beginStatement({ isolation, readOnly }: TransactionOptions): string {
  const access = readOnly ? ' READ ONLY' : '';
  if (isolation !== 'repeatable read') return `BEGIN${access}`;
  const lock = 'LOCK TABLE shelfcast.partition_lock IN ACCESS SHARE MODE';
  return `BEGIN ISOLATION LEVEL REPEATABLE READ${access}; ${lock}`;
}

/** A connection goes back to the pool only if it is known to be clean; otherwise it is closed. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}
