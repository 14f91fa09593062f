import type { TenantId } from '@shelfcast/domain';

/** Ids only, integers or UUIDs: whoever works looks the rest up as the tenant, so a job can't smuggle data past its policies. */
export type JobPayload = Readonly<Record<string, number | string>>;

export interface Job<Payload extends JobPayload = JobPayload> {
  readonly id: string;
  readonly tenant: TenantId;
  readonly payload: Payload;
  /** 1 for the first delivery. */
  readonly attempt: number;
  /** Aborted when the job is to be put down: the process stops, or the job was given to somebody else. */
  readonly signal: AbortSignal;
}

export interface SendOptions {
  readonly tenant: TenantId;
  /** While a job with this key waits or runs, another is not taken. */
  readonly singletonKey?: string;
  /** Not before so many seconds from now. */
  readonly delaySeconds?: number;
}

export interface WorkOptions {
  /** Jobs of this queue at once in this process. Default 1. */
  readonly concurrency?: number;
  /** Jobs of one tenant at once over all processes, so that no tenant keeps the others waiting. Default 1. */
  readonly groupConcurrency?: number;
}

/**
 * Work that outlives a process. Delivery is at least once: a handler must be able to run again. A job of a process that
 * was killed is delivered again; a handler that throws is tried again, later and later.
 */
export interface Jobs {
  /** Resolves with the job's id once it is stored, or undefined where its singleton already waits or runs. */
  send(queue: string, payload: JobPayload, options: SendOptions): Promise<string | undefined>;
  /** Starts taking jobs. */
  work<Payload extends JobPayload>(
    queue: string,
    handler: (job: Job<Payload>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>;
  /**
   * Takes nothing more and aborts every running job's signal; resolves when the handlers have returned. What they
   * did not finish is delivered again at the next start.
   */
  stop(): Promise<void>;
}
