import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import type { Run, RunLease, ServingStore, Stage } from '@shelfcast/serving';
import type { Manifest } from '@shelfcast/shards';

/** What a stage works with. */
export interface RunContext {
  readonly tenant: TenantId;
  /** As it was when it was claimed. */
  readonly run: Run;
  readonly lease: RunLease;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly store: ServingStore;
  /** Threads that forecast. */
  readonly workers: number;
  /** A folder that forecasting threads find the blobs in. */
  readonly blobsAt: string;
  /** Aborted when the process is to stop, or the run was taken over or cancelled. */
  readonly signal: AbortSignal;
  /** Says how many series are done; written to the run at most once a second. */
  progress(seriesDone: number): void;
  /** A named place that was reached. Tests fail or kill the process there; it throws where the run is to stop. */
  reached(point: string): Promise<void>;
}

/** A step of a run. Each can be begun again at any moment after any other end of it: what is done is found done. */
export interface RunStage {
  readonly name: Stage;
  run(context: RunContext, manifest: Manifest): Promise<void>;
}
