import { useEffect, useState } from 'react';

export type Connection = 'live' | 'reconnecting';

interface Watch<T> {
  readonly url: string;
  readonly event: string;
  /** False while there is nothing to wait for. */
  readonly active: boolean;
  readonly onState: (state: T) => void;
  readonly isOver: (state: T) => boolean;
}

/** A second at first, so that a restart of the server is hardly noticed; then patience. */
const retryMs = (attempt: number) => Math.min(15_000, 1000 * 2 ** attempt);

/**
 * Follows a resource by server-sent events until it is over. The browser reconnects by itself after a broken
 * connection, but gives up on an error answer (a proxy's 502 during a restart): then we do.
 */
export function useEvents<T>({ url, event, active, onState, isOver }: Watch<T>): Connection {
  const [connection, setConnection] = useState<Connection>('live');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callbacks are of this address; a new one must not reconnect
  useEffect(() => {
    if (!active) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    let attempt = 0;
    const connect = () => {
      source = new EventSource(url);
      source.addEventListener('open', () => {
        attempt = 0;
        setConnection('live');
      });
      source.addEventListener(event, (message) => {
        const state = JSON.parse((message as MessageEvent<string>).data) as T;
        if (isOver(state)) source.close(); // before the stream ends, or the browser would ask again
        onState(state);
      });
      source.addEventListener('error', () => {
        setConnection('reconnecting');
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, retryMs(attempt++));
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [url, event, active]);
  return connection;
}
