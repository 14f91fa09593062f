import type {
  ColumnMapping,
  ErrorDetails,
  Survey,
  TenantId,
  UploadKind,
  UploadSample,
} from '@shelfcast/domain';

export type ImportState =
  | 'queued'
  | 'surveying'
  | 'surveyed'
  | 'loading'
  | 'committed'
  | 'failed'
  | 'undone'
  | 'unchanged'
  | 'discarded';

/** Why an import failed: an error of the catalogue, as it is shown. */
export interface ImportFailure extends ErrorDetails {
  readonly code: string;
  readonly title: string;
}

/** Codes that the tenant does not have yet: how many, and the first few. */
export interface NewCodes {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What is known of a file before it is loaded: a report, or a problem that a mapping can solve. */
export interface ImportSurvey {
  readonly report: (Survey & { readonly newProducts: NewCodes; readonly newLocations: NewCodes }) | null;
  readonly problem: ImportFailure | null;
  /** What has been said of how the file is read, to which an answer adds. */
  readonly mapping?: ColumnMapping | null;
  readonly sample: UploadSample | null;
}

/** An import as it stands in the ledger. rows_in = rows_loaded + rows_skipped + rows_rejected at every moment. */
export interface ImportRow {
  readonly tenant_id: TenantId;
  readonly import_id: number;
  readonly state: ImportState;
  readonly file_name: string;
  readonly blob_key: string;
  /** Null until the worker has hashed a file that came in pieces. */
  readonly content_sha256: string | null;
  readonly file_bytes: number;
  readonly layout: string | null;
  /** What the file holds: sales until its layout is recognised. */
  readonly kind: UploadKind;
  readonly mapping: ColumnMapping | null;
  /** Whether it waits for a person's word once it is surveyed. */
  readonly review: boolean;
  /** The earlier import of the same bytes, where this one is `unchanged`. */
  readonly same_as: number | null;
  /** The import whose rejected rows this one brings corrected; null for a file of its own. */
  readonly correction_of: number | null;
  readonly rows_in: number;
  readonly rows_loaded: number;
  readonly rows_skipped: number;
  readonly rows_rejected: number;
  /** Earlier sale lines that this import replaced. */
  readonly rows_superseded: number;
  readonly skipped_by_cause: Readonly<Record<string, number>>;
  readonly rejected_by_cause: Readonly<Record<string, number>>;
  readonly bytes_read: number;
  readonly first_sold_on: string | null;
  readonly last_sold_on: string | null;
  readonly failure: ImportFailure | null;
  /** Whether a forecast run is to start after it, and which one did. */
  readonly forecast: boolean;
  readonly run_id: number | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

/** What an ImportRow is read from. */
export const IMPORT_COLUMNS = `tenant_id, import_id, state, file_name, blob_key, content_sha256, file_bytes, layout, kind,
  mapping, review, same_as, correction_of, rows_in, rows_loaded, rows_skipped, rows_rejected, rows_superseded, skipped_by_cause,
  rejected_by_cause, bytes_read, first_sold_on, last_sold_on, failure, forecast, run_id, created_by, created_at,
  started_at, finished_at`;
