import { createHash, randomUUID } from 'node:crypto';
import type { OperationId } from '@shelfcast/contract';
import type { Database } from '@shelfcast/database';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { Principal } from '../principal.ts';
import { type Answer, type Claim, claim, keep, release } from './store.ts';

interface Request {
  readonly principal: Principal;
  readonly headers: { readonly 'idempotency-key'?: string };
  readonly routeOptions: { readonly config: { readonly operation?: OperationId } };
}

interface Reply {
  code(status: number): unknown;
  header(name: string, value: string | number): unknown;
}

/**
 * Does a write at most once for an Idempotency-Key: a repeat gets the first answer, the same key with another `asked`
 * is refused, and so is a repeat while the first is still under way. Without a key it just does it. `asked` is
 * everything that the request wants.
 */
export async function once<B>(
  database: Database,
  request: Request,
  reply: Reply,
  asked: unknown,
  work: () => Promise<Answer<B>>,
): Promise<B> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return answerWith(reply, await work());
  const { tenant } = request.principal;
  const ours: Claim = {
    operation: request.routeOptions.config.operation!,
    key,
    requestHash: createHash('sha256').update(JSON.stringify(asked)).digest(),
    worker: randomUUID(),
  };
  const found = await database.withTenant(tenant, (tx) => claim(tx, ours));
  if (found === 'differs') throw repeatDiffers();
  if (found === 'in-progress') {
    reply.header('retry-after', 1);
    throw repeatInProgress();
  }
  if (found !== 'ours') {
    reply.header('idempotency-replayed', 'true');
    return answerWith(reply, found.answer as Answer<B>);
  }
  let answer: Answer<B>;
  try {
    answer = await work();
  } catch (error) {
    await database.withTenant(tenant, (tx) => release(tx, ours)).catch(() => undefined);
    throw error;
  }
  // Not released should this fail: the write has happened, and a repeat within the minute must not do it again.
  await database.withTenant(tenant, (tx) => keep(tx, ours, answer));
  return answerWith(reply, answer);
}

function answerWith<B>(reply: Reply, { status, location, body }: Answer<B>): B {
  reply.code(status);
  if (location !== undefined) reply.header('location', location);
  return body;
}

function repeatDiffers(): ShelfcastError {
  return new ShelfcastError(requestErrors.repeat_differs, {
    detail: 'This Idempotency-Key was sent before with another request.',
    remedy: 'Make a new key for every new intention, and repeat a key only with exactly the same request.',
    where: { field: 'idempotency-key' },
  });
}

function repeatInProgress(): ShelfcastError {
  return new ShelfcastError(requestErrors.repeat_in_progress, {
    detail: 'The first request with this Idempotency-Key is still under way.',
    remedy: 'Wait a second and repeat it: you will get the first answer.',
    where: { field: 'idempotency-key' },
  });
}
