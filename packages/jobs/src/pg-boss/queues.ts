import type { PgBoss } from 'pg-boss';

/** pg-boss's shortest. */
const HEARTBEAT_SECONDS = 10;
/** The heartbeat tells a dead worker; this only ends a handler that hangs. pg-boss allows less than a day. */
const EXPIRE_SECONDS = 23 * 3600;
/** Each kill -9 and each stop of a process costs a delivery too. */
const RETRIES = 20;
const FIRST_DELAY_SECONDS = 1;
const LONGEST_DELAY_SECONDS = 60;
const KEEP_FINISHED_SECONDS = 24 * 3600;

/** Makes a queue when this process meets it for the first time; a queue that exists is left as it is. */
export function makeQueueOnce(boss: PgBoss): (queue: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  return (queue) => {
    let making = made.get(queue);
    if (!making) {
      making = boss.createQueue(queue, {
        // One job a key waits or runs.
        policy: 'exclusive',
        notify: true,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: EXPIRE_SECONDS,
        retryLimit: RETRIES,
        retryDelay: FIRST_DELAY_SECONDS,
        retryBackoff: true,
        retryDelayMax: LONGEST_DELAY_SECONDS,
        deleteAfterSeconds: KEEP_FINISHED_SECONDS,
      });
      // A failure is not remembered: the next call tries again.
      making.catch(() => made.delete(queue));
      made.set(queue, making);
    }
    return making;
  };
}
