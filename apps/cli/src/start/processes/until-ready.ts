import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

const POLL_MS = 40;
/** A cold disk and a slow machine included. */
const PATIENCE_MS = 60_000;

/** Waits until the API says that it can serve. */
export async function untilReady(address: string, log: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let said = 'It did not answer.';
  while (performance.now() < deadline) {
    const answer = await fetch(`${address}/readyz`, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    if (answer) said = `It answered ${answer.status}: ${await answer.text().catch(() => '')}`;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new ShelfcastError(startErrors.process_failed, {
    detail: `The API at ${address} was not ready after ${PATIENCE_MS / 1000} s. ${said}`,
    remedy: `See ${log}, then start again.`,
  });
}
