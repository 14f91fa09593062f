import type { ColumnMapping } from './column-mapping.ts';
import type { UploadKind } from './fact.ts';
import type { UploadOptions } from './sale-batch.ts';

/** Why rows were not taken, and which: enough for a person to look them up in the file. */
export interface Reason {
  /** An error code, `upload.invalid_date`. */
  readonly cause: string;
  readonly rows: number;
  /** The first few: row (1 = the first below the header), and where one field is at fault, which and what it says. */
  readonly examples: readonly { readonly row: number; readonly field?: string; readonly value?: string }[];
  /** What makes such rows loadable; null for rows that are rightly left out. */
  readonly remedy: string | null;
}

/** Sums of a day, for a comparison with the till's own report of that day. */
export interface DayTotal {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly lines: number;
  /** Units sold less units returned, of whatever unit. */
  readonly units: number;
  /** Money, exact to a hundredth of a penny; null where the file has none. */
  readonly revenue: string | null;
}

/** A stretch in which a location sold nothing, although it sells nearly every day. */
export interface Gap {
  readonly location: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** A day that sold many times as much as the weeks around it. */
export interface Spike {
  readonly day: string;
  readonly units: number;
  /** Median of the days around it. */
  readonly usual: number;
}

/** How a column is known to be about people: by its name, or by what most of its cells hold. */
export type PersonalKind = 'name' | 'e-mail' | 'phone' | 'card' | 'iban' | 'person' | 'address';

/** A column about people, which is never stored. */
export interface PersonalColumn {
  readonly column: string;
  readonly why: PersonalKind;
}

/** A total that the file itself states, beside what its rows add up to. */
export interface StatedTotal {
  /** `YYYY-MM-DD`; null: of the whole file. */
  readonly day: string | null;
  /** The column it stands in. */
  readonly field: string;
  readonly stated: string;
  readonly ours: string;
  readonly agrees: boolean;
}

/** The first rows of a file as they stand there; columns about people are blanked. */
export interface UploadSample {
  readonly format: string;
  readonly columns: readonly string[];
  readonly personalColumns: readonly string[];
  /** Of a workbook: its visible sheets. */
  readonly sheets: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the rows of a file without sales state. */
export interface FactSurvey {
  readonly count: number;
  /** Those that hold from a day to come. */
  readonly planned: number;
  /** Distinct codes of locations that are named. */
  readonly locations: number;
  /** Attributes of products and locations, drivers of prices: by how many rows each is stated; the commonest first. */
  readonly says: readonly { readonly name: string; readonly rows: number }[];
  /** `YYYY-MM-DD`; null where no row names a day. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** The first rows, as they were understood. */
  readonly examples: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** What a file holds, found out without writing anything. Rows in = loaded + skipped + rejected. */
export interface Survey {
  readonly kind: UploadKind;
  /** Of a file without sales: what its rows state. Null for sales. */
  readonly facts: FactSurvey | null;
  readonly layout: string;
  readonly columns: readonly string[];
  /** Columns about people: never stored. */
  readonly personalColumns: readonly string[];
  /** Why each of them is taken for one. */
  readonly personal: readonly PersonalColumn[];
  /** The import whose rejected rows these are, corrected; null for a file of its own. */
  readonly correctionOf: number | null;
  /** The first hundred totals that the file states. */
  readonly statedTotals: readonly StatedTotal[];
  readonly mapping: ColumnMapping;
  readonly rows: {
    readonly in: number;
    /** Rows that would be loaded. */
    readonly loaded: number;
    readonly skipped: number;
    readonly rejected: number;
  };
  readonly skipped: readonly Reason[];
  readonly rejected: readonly Reason[];
  readonly firstSoldOn: string | null;
  readonly lastSoldOn: string | null;
  readonly days: readonly DayTotal[];
  readonly gaps: readonly Gap[];
  readonly spikes: readonly Spike[];
  /** Sales lines that equal an earlier one of the same order in product, units and money: real as a rule, and kept. */
  readonly repeatedLines: number;
  /** Units that came back. */
  readonly unitsReturned: number;
  /** Distinct codes; `more` where there are so many that counting stopped. */
  readonly products: { readonly count: number; readonly more: boolean };
  readonly locations: readonly {
    readonly code: string;
    readonly lines: number;
    readonly firstSoldOn: string;
    readonly lastSoldOn: string;
  }[];
  readonly currencies: readonly string[];
  readonly units: readonly string[];
}

export interface SurveyOptions extends UploadOptions {
  /** Called after each batch. */
  readonly onProgress?: (progress: { readonly rows: number; readonly bytesRead: number }) => void;
  readonly signal?: AbortSignal;
}

/** A survey, with the codes that it met: for a look at which of them are new. */
export interface SurveyedUpload {
  readonly survey: Survey;
  readonly productCodes: ReadonlySet<string>;
  readonly locationCodes: ReadonlySet<string>;
}

/** How a file is looked at before anything of it is loaded. Both throw a ShelfcastError of the area `upload`. */
export interface UploadSurveyor {
  /** The file's first rows, where it is a table at all. */
  sample(path: string, options: UploadOptions): Promise<UploadSample>;
  /** The whole file. */
  survey(path: string, options: SurveyOptions): Promise<SurveyedUpload>;
}
