import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

const POLL_MS = 40;
/** A cold disk and a slow machine included. */
const PATIENCE_MS = 60_000;

/** Waits until the API says that it can serve. */
export async function untilReady(address: string, log: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const isReady = await fetch(`${address}/readyz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new ShelfcastError(startErrors.process_failed, {
    detail: `The API at ${address} was not ready after ${PATIENCE_MS / 1000} s.`,
    remedy: `See ${log}, then start again.`,
  });
}
