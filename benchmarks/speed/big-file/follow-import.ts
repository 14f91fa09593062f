import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPlatform } from '../../shared/platform.ts';

/** What the API says of an import. */
export interface ImportState {
  readonly import: number;
  readonly state: string;
  readonly file_bytes: number;
  readonly bytes_read: number;
  readonly rows_in: number;
  readonly rows_loaded: number;
  readonly rows_rejected: number;
  readonly failure: unknown;
}

/** What was seen while an import went on. */
export interface Followed {
  readonly seconds: number;
  readonly ended: ImportState;
  /** How often its progress was looked at. */
  readonly looks: number;
  /** The furthest that the share of bytes read was from the share of rows read, where both are told: 0 to 1. */
  readonly widestGap: number;
}

const LOOK_MS = 250;
const AT_WORK = new Set(['queued', 'surveying', 'loading']);

/**
 * Waits until an import has come to rest, `rows` of which are in its file. Throws where it fails, or where its progress ever goes back,
 * within a stage, or beyond the file.
 */
export async function followImport(
  platform: RunningPlatform,
  id: number,
  rows: number,
  onLook?: (now: ImportState) => void,
): Promise<Followed> {
  const started = performance.now();
  let before: ImportState | undefined;
  let widestGap = 0;
  for (let looks = 1; ; looks++) {
    const now = await readImport(platform, id);
    if (before?.state === now.state && now.bytes_read < before.bytes_read)
      throw new Error(`Progress went back from ${before.bytes_read} to ${now.bytes_read} bytes.`);
    if (now.bytes_read > now.file_bytes)
      throw new Error(`${now.bytes_read} of ${now.file_bytes} bytes read.`);
    if (now.state === 'loading')
      widestGap = Math.max(widestGap, Math.abs(now.bytes_read / now.file_bytes - now.rows_in / rows));
    if (!AT_WORK.has(now.state)) {
      if (now.state !== 'surveyed' && now.state !== 'committed')
        throw new Error(`The import ended as ${now.state}: ${JSON.stringify(now.failure)}`);
      return { seconds: (performance.now() - started) / 1000, ended: now, looks, widestGap };
    }
    onLook?.(now);
    before = now;
    await sleep(LOOK_MS);
  }
}

export async function readImport(platform: RunningPlatform, id: number): Promise<ImportState> {
  return (await (await platform.get(`/v1/imports/${id}`)).json()) as ImportState;
}
