/** The wish to stop: once to drain, twice at once. */
export interface StopRequest {
  /** Aborts at the first wish; its reason is a `Stopped`. */
  readonly signal: AbortSignal;
  /** Called at the second wish. */
  onImpatience(kill: () => void): void;
  dispose(): void;
}

/** The user wants to stop: no failure. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}

/** One Ctrl-C arrives up to three times: from the terminal, from npm and from `npm start`'s own process. */
const SAME_WISH_MS = 400;

/** Listens to signals, and to the process that started us going away. */
export function listenForStop(source: NodeJS.Process = process): StopRequest {
  const controller = new AbortController();
  let kill = (): void => {};
  let lastWish = Number.NEGATIVE_INFINITY;
  const wish = (): void => {
    const now = performance.now();
    const isSame = now - lastWish < SAME_WISH_MS;
    lastWish = now;
    if (!controller.signal.aborted) controller.abort(new Stopped());
    else if (!isSame) kill();
  };
  const orphaned = (): void => {
    if (!controller.signal.aborted) controller.abort(new Stopped());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(signal, wish);
  source.on('disconnect', orphaned);
  source.channel?.unref();
  return {
    signal: controller.signal,
    onImpatience(then) {
      kill = then;
    },
    dispose() {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.off(signal, wish);
      source.off('disconnect', orphaned);
    },
  };
}
