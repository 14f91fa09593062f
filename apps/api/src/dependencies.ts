import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { KeyChecks } from '@shelfcast/identity';
import type { Jobs } from '@shelfcast/jobs';
import type { HotForecasts, ServingStore } from '@shelfcast/serving';
import type { Writers } from './uploads/writers.ts';

/** All that the server needs from outside. Made in main.ts, or in a test. */
export interface Dependencies {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly jobs: Pick<Jobs, 'send'>;
  readonly serving: ServingStore;
  /** Signs the session cookie; at least 32 characters. */
  readonly sessionSecret: string;
  /** The built dashboard; without it only the API is served. */
  readonly dashboardFolder?: string;
  /** The largest file that may be uploaded in one request. */
  readonly maxUploadBytes?: number;
}

/** What a route is given: that, and what the process itself keeps in mind. */
export interface RouteDependencies extends Dependencies {
  readonly writers: Writers;
  /** `serving`, for the reads that come by the thousand. */
  readonly forecasts: HotForecasts;
  readonly keys: KeyChecks;
}
