import { setTimeout as sleep } from 'node:timers/promises';
import { freeBytes } from './data-folder.ts';

const LOOK_MS = 2_000;
/** An import writes up to 1 GB of write-ahead log, but recycles it: below this, the next chunk may already fail. */
const LOW_BYTES = 100 * 2 ** 20;
/** Space was made: told again only when it runs low once more. */
const ENOUGH_BYTES = 300 * 2 ** 20;

/**
 * Says when the disk runs full, and when there is room again. Nothing is stopped for it: what can't be written is tried
 * again, and committed data is safe.
 */
export async function watchDisk(
  path: string,
  say: (line: string) => void,
  signal: AbortSignal,
  free: (path: string) => number = freeBytes,
  lookMs = LOOK_MS,
): Promise<void> {
  let isLow = false;
  while (!signal.aborted) {
    const left = free(path);
    if (!isLow && left < LOW_BYTES) {
      isLow = true;
      say(
        `The disk that holds ${path} is nearly full (${Math.round(left / 2 ** 20)} MB left). What to do: free some space; ` +
          'imports and forecasts then go on by themselves, and nothing that was imported is lost.',
      );
    } else if (isLow && left > ENOUGH_BYTES) {
      isLow = false;
      say('There is room on the disk again.');
    }
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}
