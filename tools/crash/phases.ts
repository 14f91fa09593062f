import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { adminUrl } from './platform.ts';

/** What a crash may hit. */
export const phases = ['import', 'forecast', 'publish'] as const;
export type Phase = (typeof phases)[number];

const STATE = `
  SELECT (SELECT state FROM shelfcast.import ORDER BY import_id DESC LIMIT 1) AS import,
         (SELECT state FROM shelfcast.run ORDER BY run_id DESC LIMIT 1) AS run`;

const POLL_MS = 3;

/** Which phase the platform is in now; undefined before the first and after the last. */
function phaseOf({
  import: imported,
  run,
}: {
  import: string | null;
  run: string | null;
}): Phase | 'over' | undefined {
  if (run === 'published' || run === 'failed') return 'over';
  if (run === 'publishing') return 'publish';
  if (run !== null && run !== 'queued') return 'forecast';
  if (imported === 'loading') return 'import';
  return undefined;
}

/** Watches a platform through its own database, and tells each phase as it begins. */
export class PhaseWatch {
  readonly #dataFolder: string;
  readonly #startedAt = new Map<Phase | 'over', number>();
  #client: Client | undefined;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** Resolves when `phase` has begun; false when it was over before it was seen. */
  async reaches(phase: Phase | 'over', gone: () => boolean): Promise<boolean> {
    while (!gone()) {
      const now = await this.#now();
      if (now !== undefined && !this.#startedAt.has(now)) this.#startedAt.set(now, performance.now());
      if (now === phase) return true;
      if (now === 'over' || isLater(now, phase)) return false;
      await sleep(POLL_MS);
    }
    return false;
  }

  /** Resolves after `milliseconds`, or as soon as `phase` is over, so that what kills then is not late by a phase. */
  async stays(phase: Phase, milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until && (await this.#now()) === phase) await sleep(POLL_MS);
  }

  /** Milliseconds that each phase took, as far as it was watched to the end. */
  durations(): Map<Phase, number> {
    const marks = [...this.#startedAt];
    return new Map(
      marks.slice(0, -1).map(([phase, at], index) => [phase as Phase, marks[index + 1][1] - at] as const),
    );
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => {});
    this.#client = undefined;
  }

  async #now(): Promise<Phase | 'over' | undefined> {
    try {
      this.#client ??= await connect(this.#dataFolder);
      const { rows } = await this.#client.query<{ import: string | null; run: string | null }>(STATE);
      return phaseOf(rows[0]);
    } catch {
      // Not started yet, or not migrated yet.
      await this.close();
      await sleep(20);
      return undefined;
    }
  }
}

function isLater(now: Phase | undefined, wanted: Phase | 'over'): boolean {
  if (now === undefined || wanted === 'over') return false;
  return phases.indexOf(now) > phases.indexOf(wanted);
}

async function connect(dataFolder: string): Promise<Client> {
  const url = adminUrl(dataFolder);
  if (!url) throw new Error('The database is not there yet.');
  const client = new Client({ connectionString: url });
  // The crash we cause ends this connection too.
  client.on('error', () => {});
  await client.connect();
  return client;
}
