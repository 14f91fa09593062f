import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { type RunLease, recordProgress, type Stage } from '@shelfcast/serving';

// What a person watching can use; the database has better things to do.
const MOST_OFTEN_MILLISECONDS = 1000;

/** Writes a run's stage at once and its progress at most once a second, the latest value winning. */
export class ProgressWriter {
  readonly #write: (stage: Stage, seriesDone: number) => Promise<void>;
  #stage: Stage = 'extracting';
  #seriesDone = 0;
  #written = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(database: Database, tenant: TenantId, lease: RunLease) {
    this.#write = (stage, seriesDone) =>
      database.withTenant(tenant, (tx) => recordProgress(tx, lease, { stage, seriesDone }));
  }

  /** Enters a stage; its progress begins at 0. Throws where the lease is lost. */
  async enter(stage: Stage): Promise<void> {
    await this.settle();
    this.#stage = stage;
    this.#seriesDone = 0;
    await this.#write(stage, 0);
  }

  say(seriesDone: number): void {
    this.#seriesDone = seriesDone;
    if (this.#timer) return;
    const wait = Math.max(0, this.#written + MOST_OFTEN_MILLISECONDS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#written = performance.now();
      // A lost lease is the heartbeat's to notice; a failed write is made good by the next.
      this.#writing = this.#write(this.#stage, this.#seriesDone).catch(() => {});
    }, wait);
  }

  /** Nothing is written any more when it resolves. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
  }
}
