/** What every expected failure of the product carries: enough to act on, nothing secret. */
export interface ErrorDetails {
  /** What happened, in one sentence with the particulars. */
  readonly detail: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where: file, row (1 = first after the header), line (1 = the file's first, as an editor counts), field. */
  readonly where?: {
    readonly file?: string;
    readonly row?: number;
    readonly line?: number;
    readonly field?: string;
  };
}

/** One kind of error: `area.cause`, its HTTP status, its title. Its page is docs/errors/<code>.md. */
export interface ErrorKind {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

/** An expected failure. Anything else that is thrown is a defect of ours. */
export class ShelfcastError extends Error {
  readonly kind: ErrorKind;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, details: ErrorDetails, options?: ErrorOptions) {
    super(`${details.detail} ${details.remedy}`, options);
    this.name = 'ShelfcastError';
    this.kind = kind;
    this.details = details;
  }
}
