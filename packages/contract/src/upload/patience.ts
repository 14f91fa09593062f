import { UploadInterrupted } from './exchange.ts';

export interface Patience {
  readonly signal: AbortSignal;
  /** Gives up after so long without a single new byte. Default: never. */
  readonly patienceMilliseconds?: number;
  /** Calls back when it is worth trying at once (a browser is online again), and returns how to forget it. */
  readonly onHope?: (tryNow: () => void) => () => void;
}

const FIRST_WAIT_SECONDS = 1;
/** Short enough that a server which is back is noticed, long enough not to trouble one that is not. */
const LONGEST_WAIT_SECONDS = 30;

/**
 * Does `work` until it is done, again and again where it is interrupted, waiting longer each time; progress shortens the
 * wait again. Anything but an interruption is thrown.
 */
export async function patiently<T>(
  work: (progressed: () => void) => Promise<T>,
  { signal, patienceMilliseconds = Number.POSITIVE_INFINITY, onHope }: Patience,
  waiting: (why: string, seconds: number) => void,
): Promise<T> {
  let seconds = FIRST_WAIT_SECONDS;
  let lastProgress = performance.now();
  for (;;) {
    try {
      return await work(() => {
        seconds = FIRST_WAIT_SECONDS;
        lastProgress = performance.now();
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof UploadInterrupted)) throw error;
      if (performance.now() - lastProgress > patienceMilliseconds) throw error;
      waiting(error.message, seconds);
      await rest(seconds * 1000, signal, onHope);
      seconds = Math.min(2 * seconds, LONGEST_WAIT_SECONDS);
    }
  }
}

function rest(milliseconds: number, signal: AbortSignal, onHope: Patience['onHope']): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      forget?.();
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const forget = onHope?.(end);
    signal.addEventListener('abort', end, { once: true });
  });
}
