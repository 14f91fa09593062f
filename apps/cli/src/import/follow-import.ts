import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, answered, type Import } from '../start/client/api.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

const POLL_MILLISECONDS = 300;
const UNDER_WAY: Partial<Record<Import['state'], string>> = {
  queued: 'Waiting',
  surveying: 'Checking',
  loading: 'Importing',
};

const megabytes = (count: number): string => (count / 1e6).toFixed(count < 1e7 ? 1 : 0);

/** Follows an import with a bar until it goes on by itself no more. */
export async function followToItsEnd(api: Api, id: number, terminal: Terminal): Promise<Import> {
  const read = () =>
    answered(api.signal, () => api.client.GET('/v1/imports/{import}', { params: { path: { import: id } } }));
  let label = '';
  let bar: ReturnType<typeof startProgress> | undefined;
  try {
    for (;;) {
      const now = await read();
      const doing = UNDER_WAY[now.state];
      if (doing === undefined) return now;
      if (doing !== label) {
        bar?.clear();
        bar = startProgress(terminal, { label: doing, unit: 'MB', total: now.file_bytes, format: megabytes });
        label = doing;
      }
      bar?.update(now.bytes_read, now.file_bytes);
      await sleep(POLL_MILLISECONDS, undefined, { signal: api.signal });
    }
  } finally {
    bar?.clear();
  }
}
