import type { SalesFile } from '../machine/own-file.ts';
import type { ColumnChoice } from '../options.ts';
import { type Api, answered, type Import, type Run } from './api.ts';
import { followImport, followRun, hasEnded } from './follow.ts';
import { upload } from './upload.ts';

/** Told while it works; each gets numbers, never words. */
export interface Progress {
  uploading(file: SalesFile, bytes: number): void;
  importing(now: Import): void;
  forecasting(now: Run): void;
}

export interface Wanted {
  /** The shipped sample, imported only into an empty ledger. */
  readonly sample: SalesFile;
  /** The user's own file: it replaces the sample. */
  readonly own?: { readonly file: SalesFile; readonly columns?: ColumnChoice };
}

/**
 * Makes the ledger and the forecasts what this start asks for, from whatever an earlier start left: finishes imports
 * and runs that were cut off, uploads nothing that is there, and forecasts only what has no forecast yet.
 */
export async function bringUpToDate(api: Api, wanted: Wanted, progress: Progress): Promise<Run | undefined> {
  const known = await imports(api);
  for (const pending of known.filter(isPending)) await followImport(api, pending.import, progress.importing);

  const file =
    wanted.own?.file ?? (known.every((each) => each.state === 'failed') ? wanted.sample : undefined);
  if (file && !known.some((each) => each.content_sha256 === file.sha256 && isThere(each))) {
    const made = await upload(api, file, wanted.own?.columns, (bytes) => progress.uploading(file, bytes));
    await followImport(api, made.import, progress.importing);
  }
  if (wanted.own && wanted.own.file.sha256 !== wanted.sample.sha256) await takeBack(api, wanted.sample);
  return forecast(api, progress);
}

function isPending({ state }: Import): boolean {
  return state === 'queued' || state === 'loading';
}

function isThere(each: Import): boolean {
  return isPending(each) || each.state === 'committed';
}

async function imports({ client, signal }: Api): Promise<Import[]> {
  const { items } = await answered(signal, () =>
    client.GET('/v1/imports', { params: { query: { limit: 100 } } }),
  );
  return items;
}

/** The user's shop has begun: what was there to look at goes. */
async function takeBack(api: Api, sample: SalesFile): Promise<void> {
  for (const each of await imports(api)) {
    if (each.content_sha256 !== sample.sha256 || each.state !== 'committed') continue;
    await answered(api.signal, () =>
      api.client.POST('/v1/imports/{import}/undo', { params: { path: { import: each.import } } }),
    );
  }
}

/** Follows the run that is under way, or starts one when sales changed after the last. */
async function forecast(api: Api, { forecasting }: Progress): Promise<Run | undefined> {
  const { client, signal } = api;
  const { items: runs } = await answered(signal, () =>
    client.GET('/v1/runs', { params: { query: { limit: 1 } } }),
  );
  const known = await imports(api);
  if (!known.some(({ state }) => state === 'committed')) return undefined;
  const last = runs[0] as Run | undefined;
  const changed = Math.max(...known.map(({ finished_at }) => Date.parse(finished_at ?? '') || 0));
  const covers = last !== undefined && Date.parse(last.created_at) >= changed;
  if (last && covers && last.state === 'published') return last;
  if (last && !hasEnded(last)) {
    const ended = await followRun(api, last.run, forecasting);
    if (covers) return ended;
  }
  // Asked twice (the answer was lost in a restart of the API), it is still one run.
  const key = `start-after-run-${last?.run ?? 0}-at-${changed}`;
  const made = await answered(signal, () =>
    client.POST('/v1/runs', { body: {}, params: { header: { 'idempotency-key': key } } }),
  );
  return followRun(api, made.run, forecasting);
}
