import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfcastError } from '@shelfcast/domain';
import { type Api, answered, type Import, type Run } from './api.ts';

/** Fast enough for a bar that moves, and no load: one row by its key. */
const POLL_MS = 250;

/** Waits for the end of an import. A failed one is an error with the import's own cause. */
export async function followImport(api: Api, id: number, onProgress: (now: Import) => void): Promise<Import> {
  return follow(
    api,
    () =>
      answered(api.signal, () =>
        api.client.GET('/v1/imports/{import}', { params: { path: { import: id } } }),
      ),
    (now) => now.state !== 'queued' && now.state !== 'loading',
    onProgress,
  );
}

/** Waits for the end of a run. */
export async function followRun(api: Api, id: number, onProgress: (now: Run) => void): Promise<Run> {
  return follow(
    api,
    () => answered(api.signal, () => api.client.GET('/v1/runs/{run}', { params: { path: { run: id } } })),
    (now) => hasEnded(now),
    onProgress,
  );
}

export function hasEnded(run: Run): boolean {
  return run.state === 'published' || run.state === 'failed' || run.state === 'cancelled';
}

async function follow<T extends Import | Run>(
  api: Api,
  read: () => Promise<T>,
  ended: (now: T) => boolean,
  onProgress: (now: T) => void,
): Promise<T> {
  for (;;) {
    const now = await read();
    onProgress(now);
    if (ended(now)) {
      if (now.state === 'failed') throw failureOf(now);
      return now;
    }
    await sleep(POLL_MS, undefined, { signal: api.signal });
  }
}

function failureOf({ failure, ...rest }: Import | Run): ShelfcastError {
  const what = 'import' in rest ? 'import' : 'run';
  return new ShelfcastError(
    { code: failure?.code ?? `${what}.failed`, status: 422, title: failure?.title ?? `The ${what} failed` },
    {
      detail: failure?.detail ?? `The ${what} ended without saying why.`,
      remedy: failure?.remedy ?? 'See .shelfcast/logs/pipeline.log.',
      where: failure?.where ?? undefined,
    },
  );
}
