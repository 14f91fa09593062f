import { createHash } from 'node:crypto';
import type { Import } from '@shelfcast/contract';
import { HISTORY_FROM, ORIGIN } from './demand.ts';
import type { Topic } from './topic.ts';

export function pastImport(id: number, change: Partial<Import> = {}): Import {
  return {
    import: id,
    state: 'committed',
    file_name: 'till-export-2026-11.csv',
    file_bytes: 48_211_904,
    content_sha256: createHash('sha256').update(String(id)).digest('hex'),
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

/** Loads an uploaded file in steps, and tells its topic. */
export function startImport(
  id: number,
  fileName: string,
  body: Buffer,
  topic: Topic<Import>,
  stepMs: number,
  unknownHead: string | null,
): Import {
  const rows = Math.max(1, body.toString('latin1').split('\n').filter(Boolean).length - 1);
  const now = () => new Date().toISOString();
  let state = pastImport(id, {
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
    created_at: now(),
    started_at: null,
    finished_at: null,
  });
  topic.publish(state);
  let step = 0;
  const timer = setInterval(() => {
    step++;
    const share = Math.min(1, step / 6);
    const rowsIn = Math.round(rows * share);
    state = {
      ...state,
      state: 'loading',
      started_at: state.started_at ?? now(),
      bytes_read: Math.round(body.length * share),
      rows_in: rowsIn,
      rows_loaded: rowsIn,
    };
    if (unknownHead !== null) {
      clearInterval(timer);
      state = {
        ...state,
        state: 'failed',
        rows_in: 0,
        rows_loaded: 0,
        bytes_read: 0,
        failure: unknownLayout(fileName, unknownHead),
        finished_at: now(),
      };
    } else if (share === 1) {
      clearInterval(timer);
      const rejected = rows > 2 ? 1 : 0;
      state = {
        ...state,
        state: 'committed',
        rows_loaded: rows - rejected,
        rows_rejected: rejected,
        rejected_by_cause: rejected ? { invalid_date: 1 } : {},
        first_sold_on: HISTORY_FROM,
        last_sold_on: ORIGIN,
        finished_at: now(),
      };
    }
    topic.publish(state);
  }, stepMs);
  timer.unref();
  return state;
}

const unknownLayout = (fileName: string, head: string): Import['failure'] => ({
  code: 'upload.unknown_layout',
  title: 'The layout of the file is not known',
  detail: `${fileName} has the columns ${head.trim()}.`,
  remedy: 'Say which column holds the date, the product and the units.',
  where: { file: fileName },
});
