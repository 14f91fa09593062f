import type { Calendar, Import, ImportSurvey, Key, Role, Run } from '@shelfcast/contract';
import { accuracyOf } from './accuracy.ts';
import { pastImport } from './imports.ts';
import { SeriesList } from './list-series.ts';
import { pastRun } from './runs.ts';
import { Topic } from './topic.ts';
import type { Arriving } from './upload-routes.ts';

export interface WorldOptions {
  readonly series?: number;
  readonly role?: Role;
  /** How long one step of an import or a run takes. */
  readonly stepMs?: number;
  /** Nothing imported yet. */
  readonly empty?: boolean;
}

/** Everything the stand-in API knows; each server has its own. */
export class World {
  readonly series: SeriesList;
  readonly stepMs: number;
  readonly runs: Run[] = [];
  readonly imports: Import[] = [];
  /** Files that were uploaded here, with what was found in them. */
  readonly uploads = new Map<number, { readonly body: Buffer; readonly survey: ImportSurvey }>();
  /** Files that are still arriving. */
  readonly arriving = new Map<string, Arriving>();
  readonly keys: Key[] = [];
  calendar: Calendar = {
    place: 'GB',
    place_from: 'time zone',
    locations: [],
    events: [],
    events_from_files: [],
  };
  /** Whether the calendar refuses its last event: what pages do about an error by field. */
  refuseEvents = false;
  /** Whether a report on the sales is still on its way. */
  making = false;
  readonly runTopics = new Map<number, Topic<Run>>();
  readonly importTopics = new Map<number, Topic<Import>>();
  role: Role;
  signedIn = new Set<string>();

  constructor({ series = 2880, role = 'owner', stepMs = 350, empty = false }: WorldOptions = {}) {
    this.series = new SeriesList(empty ? 0 : series);
    this.role = role;
    this.stepMs = stepMs;
    if (empty) return;
    const accuracy = accuracyOf(this.series.all);
    const failed = this.series.all.filter((one) => one.attention.includes('stand-in')).length;
    this.runs = [
      pastRun(7, series + 7, accuracy, { current: true, failures: { 'did not converge': failed } }),
      pastRun(6, series + 7, accuracy),
      pastRun(5, series + 7, null, {
        state: 'failed',
        series_done: 1210,
        failure: {
          code: 'run.shard_failed',
          title: 'A part of the run failed three times',
          detail: 'Shard 12 could not be written: the disk is full.',
          remedy: 'Free some space, then start the run again.',
        },
      }),
      pastRun(4, series + 7, accuracy),
      pastRun(3, series + 7, accuracy),
    ];
    this.imports = [
      pastImport(4),
      pastImport(3, {
        file_name: 'till-export-2026-10.csv',
        state: 'unchanged',
        same_as: 2,
        rows_loaded: 0,
        rows_skipped: 0,
        rows_rejected: 0,
        rows_in: 0,
        run: null,
        skipped_by_cause: {},
        rejected_by_cause: {},
        created_at: '2026-11-02T08:12:00.000Z',
      }),
      pastImport(2, {
        file_name: 'till-export-2026-10.csv',
        rows_in: 588_120,
        rows_loaded: 588_120,
        rows_skipped: 0,
        rows_rejected: 0,
        skipped_by_cause: {},
        rejected_by_cause: {},
        created_at: '2026-11-01T08:02:00.000Z',
      }),
      pastImport(1, {
        file_name: 'christmas orders (draft).xls',
        state: 'failed',
        rows_in: 0,
        rows_loaded: 0,
        rows_skipped: 0,
        rows_rejected: 0,
        skipped_by_cause: {},
        rejected_by_cause: {},
        first_sold_on: null,
        last_sold_on: null,
        run: null,
        failure: {
          code: 'upload.unsupported_format',
          title: 'The file has a format that is not read yet',
          detail: 'This is an old Excel workbook (.xls).',
          remedy: 'Save it as .xlsx or the sheet as CSV.',
        },
        created_at: '2026-10-30T16:40:00.000Z',
      }),
    ];
    this.keys = [
      {
        key: '2c1d7a34-93a0-4d5c-8a6f-5e0f3a9b7d21',
        name: 'Nightly export',
        prefix: 'sc_4fQ9',
        scopes: ['read'],
        created_at: '2026-09-01T09:30:00.000Z',
        last_used_at: '2026-11-22T03:00:04.000Z',
        revoked_at: null,
      },
      {
        key: '5d8c1c3e-1b52-4a8e-9f43-2f1b1c2d3e4f',
        name: 'Old till',
        prefix: 'sc_9kTz',
        scopes: ['write'],
        created_at: '2026-05-11T11:00:00.000Z',
        last_used_at: '2026-08-30T18:20:00.000Z',
        revoked_at: '2026-09-01T09:31:00.000Z',
      },
    ];
  }

  topic<T>(topics: Map<number, Topic<T>>, id: number): Topic<T> {
    const topic = topics.get(id) ?? new Topic<T>();
    topics.set(id, topic);
    return topic;
  }
}
