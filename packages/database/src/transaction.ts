import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantId, UserId } from '@shelfcast/domain';
import { Kysely, PostgresDialect } from 'kysely';
import type { ClientBase } from 'pg';
import copyStreams from 'pg-copy-streams';
import { readCursor } from './cursor.ts';
import type { Tables } from './tables.ts';

/** What can be done inside a transaction. Once that has ended, every use throws. */
export interface Transaction {
  /** Typed queries on the schema shelfcast. Other rooms' tables: `tx.sql.withTables<LedgerTables>()`. */
  readonly sql: Kysely<Tables>;
  /** A statement with `$1` parameters; names carry their schema (`shelfcast.sale`). */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** `COPY … FROM STDIN`, at the speed of the source: backpressure holds `rows` back. */
  copyFrom(
    statement: string,
    rows: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  ): Promise<void>;
  /** `COPY … TO STDOUT`. */
  copyTo(statement: string): AsyncIterable<Buffer>;
  /** A result of any size, `batchSize` rows at a time. */
  cursor<Row extends object>(
    text: string,
    values?: readonly unknown[],
    batchSize?: number,
  ): AsyncIterable<Row[]>;
}

/** A transaction that sees and changes one tenant's rows only. */
export interface TenantTransaction extends Transaction {
  readonly tenant: TenantId;
}

/** A transaction that sees one person's own rows only. */
export interface UserTransaction extends Transaction {
  readonly user: UserId;
}

/** A transaction on a connection, and what ends it: afterwards the connection may be another tenant's. */
export function transactionOn(connection: ClientBase): { tx: Transaction; end(): void } {
  let ended = false;
  const client = (): ClientBase => {
    if (ended) throw new Error('This transaction has ended: await everything in it before it returns.');
    return connection;
  };
  let sql: Kysely<Tables> | undefined;
  const tx: Transaction = {
    get sql() {
      sql ??= kyselyOn(client);
      return sql;
    },
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const { rows } = await client().query<Row>(text, [...values]);
      return rows;
    },
    async copyFrom(statement, rows) {
      await pipeline(Readable.from(rows), client().query(copyStreams.from(statement)));
    },
    copyTo: (statement) => client().query(copyStreams.to(statement)),
    cursor: (text, values, batchSize) => readCursor(client, text, values, batchSize),
  };
  return {
    tx,
    end() {
      ended = true;
    },
  };
}

/** kysely asks a pool for connections; this pool has one, and it is never given back. */
function kyselyOn(client: () => ClientBase): Kysely<Tables> {
  const query = (...args: unknown[]) =>
    (client() as unknown as { query(...args: unknown[]): unknown }).query(...args);
  const pool = { connect: async () => ({ query: query as never, release() {} }), end: async () => {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('shelfcast');
}
