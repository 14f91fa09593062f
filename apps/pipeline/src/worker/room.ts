import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { Jobs } from '@shelfcast/jobs';
import type { ServingStore } from '@shelfcast/serving';
import type { Logger } from './log.ts';

/** What the worker's jobs work with. */
export interface WorkerRoom {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly blobsAt: string;
  readonly store: ServingStore;
  readonly jobs: Jobs;
  readonly log: Logger;
  /** Threads that forecast. */
  readonly workers: number;
  /** No other process works on this database. */
  readonly alone: boolean;
}
