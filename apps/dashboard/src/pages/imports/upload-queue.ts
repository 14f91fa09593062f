import type { Import } from '@shelfcast/contract';
import { fingerprintOf, type SendState, sendFile, UploadRefused } from '@shelfcast/contract/upload';
import { ApiProblem, asProblem, unexpected } from '../../api/problem.ts';
import { xhrExchange } from '../../api/upload.ts';

/** A file on its way up. */
export interface Sending {
  /** The same file again is the same sending. */
  readonly fingerprint: string;
  readonly file: File;
  readonly forecast: boolean;
  readonly state: 'in line' | 'sending' | 'waiting' | 'paused' | 'failed' | 'done';
  readonly sent: number;
  /** Bytes a second since it went on last; null while too little is known. */
  readonly rate: number | null;
  /** Why nothing goes out, while it waits. */
  readonly why: string | null;
  readonly error: unknown;
  /** What it has become. */
  readonly made: Import | null;
}

/** Before this a rate is a guess. */
const SETTLED_MILLISECONDS = 1_000;

/**
 * Files going up one after the other, whatever page is shown: each goes on by itself after a broken line, and from where it was
 * when it is dropped again. Told to React by `subscribe` and `all`.
 */
export class UploadQueue {
  #all: readonly Sending[] = [];
  #listeners = new Set<() => void>();
  #running: { fingerprint: string; stop: AbortController } | null = null;
  readonly #onMade: (made: Import, alone: boolean) => void;

  constructor(onMade: (made: Import, alone: boolean) => void) {
    this.#onMade = onMade;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
  readonly all = () => this.#all;

  add(files: readonly File[], forecast: boolean): void {
    // What has ended has its import's page: a new drop begins a new list.
    this.#tell(this.#all.filter(({ state }) => state !== 'done'));
    for (const file of files) {
      const fingerprint = fingerprintOf(file);
      const known = this.#all.find((one) => one.fingerprint === fingerprint);
      const fresh: Sending = {
        fingerprint,
        file,
        forecast,
        state: 'in line',
        sent: known?.sent ?? 0,
        rate: null,
        why: null,
        error: null,
        made: null,
      };
      if (!known) this.#tell([...this.#all, fresh]);
      else if (known.state === 'paused' || known.state === 'failed') this.#change(fingerprint, fresh);
    }
    this.#next();
  }

  pause(fingerprint: string): void {
    this.#change(fingerprint, { state: 'paused', rate: null });
    this.#stop(fingerprint);
  }

  goOn(fingerprint: string): void {
    this.#change(fingerprint, { state: 'in line', error: null });
    this.#next();
  }

  /** Takes it off the list; what has arrived stays on the server until somebody discards it. */
  forget(fingerprint: string): void {
    this.#tell(this.#all.filter((one) => one.fingerprint !== fingerprint));
    this.#stop(fingerprint);
  }

  /** Another person has this browser now. */
  clear(): void {
    for (const { fingerprint } of this.#all) this.forget(fingerprint);
  }

  #stop(fingerprint: string): void {
    if (this.#running?.fingerprint === fingerprint) {
      this.#running.stop.abort();
      this.#running = null;
    }
    this.#next();
  }

  #next(): void {
    if (this.#running) return;
    const next = this.#all.find(({ state }) => state === 'in line');
    if (next) void this.#run(next);
  }

  async #run({ fingerprint, file, forecast }: Sending): Promise<void> {
    const stop = new AbortController();
    this.#running = { fingerprint, stop };
    const change = (how: Partial<Sending>) => {
      if (!stop.signal.aborted) this.#change(fingerprint, how);
    };
    change({ state: 'sending' });
    const rateOf = pace();
    try {
      const made = await sendFile(
        file,
        { forecast, review: true },
        {
          baseUrl: '',
          exchange: xhrExchange,
          signal: stop.signal,
          onHope: onceOnline,
          onState: (state: SendState) =>
            state.kind === 'sending'
              ? change({ state: 'sending', sent: state.sent, rate: rateOf(state.sent) })
              : change({ state: 'waiting', rate: null, why: state.why }),
        },
      );
      change({ state: 'done', sent: file.size, made });
      this.#onMade(made, this.#all.length === 1);
    } catch (error) {
      change({ state: 'failed', error: shown(error) });
    } finally {
      if (this.#running?.stop === stop) this.#running = null;
      this.#next();
    }
  }

  #change(fingerprint: string, how: Partial<Sending>): void {
    this.#tell(this.#all.map((one) => (one.fingerprint === fingerprint ? { ...one, ...how } : one)));
  }

  #tell(all: readonly Sending[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }
}

/** Bytes a second since the first call; what had arrived before does not count. */
function pace(): (sent: number) => number | null {
  let first: { at: number; sent: number } | null = null;
  return (sent) => {
    const at = performance.now();
    first ??= { at, sent };
    const milliseconds = at - first.at;
    return milliseconds < SETTLED_MILLISECONDS ? null : ((sent - first.sent) / milliseconds) * 1000;
  };
}

function onceOnline(tryNow: () => void): () => void {
  addEventListener('online', tryNow);
  return () => removeEventListener('online', tryNow);
}

/** A file that has changed or moved since it was chosen can't be read any more: browsers say so by this name. */
function shown(error: unknown): unknown {
  if (error instanceof UploadRefused) return new ApiProblem(error.problem ?? unexpected(error.status));
  if (error instanceof DOMException && error.name === 'NotReadableError')
    return new ApiProblem({
      ...asProblem(error),
      title: 'The file can’t be read any more',
      detail: 'It has changed or moved since it was chosen.',
      remedy: 'Choose it again.',
    });
  return error;
}
