import type { TenantTransaction } from '@shelfcast/database';

export interface Answer<B = unknown> {
  readonly status: number;
  readonly location?: string;
  readonly body: B;
}

export interface Claim {
  readonly operation: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly worker: string;
}

interface Stored {
  request_hash: Buffer;
  status: number | null;
  location: string | null;
  body: unknown;
}

export type Found = 'ours' | 'differs' | 'in-progress' | { readonly answer: Answer };

/** Answers are kept for a day; a key that was left by a process that died is free again after a minute. */
export async function claim(
  tx: TenantTransaction,
  { operation, key, requestHash, worker }: Claim,
): Promise<Found> {
  await tx.query(
    `DELETE FROM shelfcast.idempotency_key WHERE tenant_id = $1 AND created_at < now() - interval '1 day'`,
    [tx.tenant],
  );
  const claimed = await tx.query(
    `INSERT INTO shelfcast.idempotency_key (tenant_id, operation, key, request_hash, worker, worked_until)
     VALUES ($1, $2, $3, $4, $5, now() + interval '1 minute')
     ON CONFLICT (tenant_id, operation, key) DO UPDATE
       SET worker = excluded.worker, worked_until = excluded.worked_until
       WHERE idempotency_key.status IS NULL AND idempotency_key.worked_until < now()
         AND idempotency_key.request_hash = excluded.request_hash
     RETURNING key`,
    [tx.tenant, operation, key, requestHash, worker],
  );
  if (claimed.length) return 'ours';
  const [stored] = await tx.query<Stored>(
    `SELECT request_hash, status, location, body FROM shelfcast.idempotency_key
     WHERE tenant_id = $1 AND operation = $2 AND key = $3`,
    [tx.tenant, operation, key],
  );
  // Released between the two statements: whoever had it has failed, and the client may try again.
  if (!stored) return 'in-progress';
  if (!stored.request_hash.equals(requestHash)) return 'differs';
  if (stored.status === null) return 'in-progress';
  return { answer: { status: stored.status, location: stored.location ?? undefined, body: stored.body } };
}

export async function keep(tx: TenantTransaction, claimed: Claim, answer: Answer): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.idempotency_key SET status = $5, location = $6, body = $7
     WHERE tenant_id = $1 AND operation = $2 AND key = $3 AND worker = $4`,
    [
      tx.tenant,
      claimed.operation,
      claimed.key,
      claimed.worker,
      answer.status,
      answer.location ?? null,
      JSON.stringify(answer.body),
    ],
  );
}

/** What failed was not done: the key is free for the next try. */
export async function release(tx: TenantTransaction, claimed: Claim): Promise<void> {
  await tx.query(
    `DELETE FROM shelfcast.idempotency_key
     WHERE tenant_id = $1 AND operation = $2 AND key = $3 AND worker = $4 AND status IS NULL`,
    [tx.tenant, claimed.operation, claimed.key, claimed.worker],
  );
}
