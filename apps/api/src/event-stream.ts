import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

export interface Watched<T> {
  /** The event's name. */
  readonly name: string;
  /** What to send now; undefined once it is gone. */
  readonly read: () => Promise<T | undefined>;
  readonly ended: (state: T) => boolean;
  /** Ends the stream: the client left, or the server closes. */
  readonly signal: AbortSignal;
  /** The last event the client saw before it reconnected. */
  readonly lastEventId?: string;
  readonly pollMilliseconds?: number;
  readonly heartbeatMilliseconds?: number;
}

/** How long a browser waits before it reconnects. */
const RETRY_MILLISECONDS = 2_000;

/** The id of a state's event: a client that reconnects with it has seen that state. */
export function eventId(state: unknown): string {
  return createHash('sha1').update(JSON.stringify(state)).digest('base64url').slice(0, 12);
}

/**
 * Server-sent events of something that changes until it ends: an event for each change and none for a state the client
 * has seen, a comment now and then so that proxies keep the connection, and the end of the stream after the end state.
 */
export function eventStream<T>(watched: Watched<T>): Readable {
  return Readable.from(events(watched), { objectMode: false });
}

async function* events<T>(watched: Watched<T>): AsyncGenerator<string> {
  const { name, read, ended, signal, pollMilliseconds = 500, heartbeatMilliseconds = 15_000 } = watched;
  yield `retry: ${RETRY_MILLISECONDS}\n\n`;
  let seen = watched.lastEventId;
  let quiet = 0;
  while (!signal.aborted) {
    const state = await read();
    if (state === undefined) return;
    const id = eventId(state);
    if (id !== seen) {
      yield `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(state)}\n\n`;
      seen = id;
      quiet = 0;
    }
    if (ended(state)) return;
    if (quiet >= heartbeatMilliseconds) {
      yield ': still here\n\n';
      quiet = 0;
    }
    await delay(pollMilliseconds, undefined, { signal }).catch(() => undefined);
    quiet += pollMilliseconds;
  }
}
