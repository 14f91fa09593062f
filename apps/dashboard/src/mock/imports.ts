import { createHash } from 'node:crypto';
import type { Import, ImportSurvey } from '@shelfcast/contract';
import { HISTORY_FROM, ORIGIN } from './demand.ts';
import type { Topic } from './topic.ts';

export function pastImport(id: number, change: Partial<Import> = {}): Import {
  return {
    import: id,
    state: 'committed',
    file_name: 'till-export-2026-11.csv',
    file_bytes: 48_211_904,
    content_sha256: createHash('sha256').update(String(id)).digest('hex'),
    kind: 'sales',
    layout: 'long-table',
    bytes_read: 48_211_904,
    rows_in: 612_480,
    rows_loaded: 611_902,
    rows_skipped: 547,
    rows_rejected: 31,
    rows_superseded: 0,
    skipped_by_cause: { blank_row: 12, not_a_product: 535 },
    rejected_by_cause: { invalid_date: 19, not_a_number: 12 },
    same_as: null,
    correction_of: null,
    first_sold_on: HISTORY_FROM,
    last_sold_on: ORIGIN,
    run: 7,
    failure: null,
    created_by: 'Robin Hartley',
    created_at: `${ORIGIN}T19:01:40.000Z`,
    started_at: `${ORIGIN}T19:01:41.000Z`,
    finished_at: `${ORIGIN}T19:01:52.000Z`,
    ...change,
  };
}

/** An import that was just uploaded. */
export function newImport(id: number, fileName: string, body: Buffer): Import {
  return pastImport(id, {
    state: 'queued',
    file_name: fileName,
    file_bytes: body.length,
    content_sha256: createHash('sha256').update(body).digest('hex'),
    bytes_read: 0,
    rows_in: 0,
    rows_loaded: 0,
    rows_skipped: 0,
    rows_rejected: 0,
    skipped_by_cause: {},
    rejected_by_cause: {},
    first_sold_on: null,
    last_sold_on: null,
    run: null,
    created_at: new Date().toISOString(),
    started_at: null,
    finished_at: null,
  });
}

/** Steps of a survey and of a load. */
const STEPS = 6;

/** Goes through the file in steps, told to the topic, and ends it surveyed. */
export function survey(one: Import, topic: Topic<Import>, stepMs: number): void {
  inSteps(stepMs, (share) => {
    const state = share === 1 ? 'surveyed' : 'surveying';
    topic.publish({ ...one, state, bytes_read: share === 1 ? 0 : Math.round(one.file_bytes * share) });
  });
}

/** Loads a surveyed file in steps, told to the topic. */
export function load(one: Import, { report }: ImportSurvey, topic: Topic<Import>, stepMs: number): void {
  const { rows, rejected, first_sold_on, last_sold_on } = report!;
  const startedAt = new Date().toISOString();
  inSteps(stepMs, (share) => {
    const progress = { started_at: startedAt, bytes_read: Math.round(one.file_bytes * share) };
    const rowsIn = Math.round(rows.loaded * share);
    if (share < 1)
      topic.publish({ ...one, ...progress, state: 'loading', rows_in: rowsIn, rows_loaded: rowsIn });
    else
      topic.publish({
        ...one,
        ...progress,
        state: 'committed',
        rows_in: rows.in,
        rows_loaded: rows.loaded,
        rows_rejected: rows.rejected,
        rejected_by_cause: Object.fromEntries(rejected.map((reason) => [reason.cause, reason.rows])),
        first_sold_on,
        last_sold_on,
        finished_at: new Date().toISOString(),
      });
  });
}

function inSteps(stepMs: number, onStep: (share: number) => void): void {
  let step = 0;
  const timer = setInterval(() => {
    step++;
    if (step === STEPS) clearInterval(timer);
    onStep(step / STEPS);
  }, stepMs);
  timer.unref();
}
