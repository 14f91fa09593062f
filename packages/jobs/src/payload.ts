import { tenantId } from '@shelfcast/domain';
import type { JobPayload, SendOptions } from './jobs.ts';

const QUEUE = /^[a-z][a-z0-9-]{0,49}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a job carries in the queue. */
export interface Envelope {
  readonly tenant: string;
  readonly payload: JobPayload;
}

/** Checks a queue's name, or throws a RangeError. */
export function queueName(text: string): string {
  if (!QUEUE.test(text)) throw new RangeError(`Not a queue name: ${text}.`);
  return text;
}

/** Packs a job, or throws a RangeError where the payload holds anything but ids. */
export function envelope(payload: JobPayload, { tenant }: SendOptions): Envelope {
  for (const [name, value] of Object.entries(payload)) {
    const isId = typeof value === 'number' ? Number.isSafeInteger(value) : UUID.test(value);
    if (!isId) throw new RangeError(`A job carries ids only; ${name} is neither an integer nor a UUID.`);
  }
  return { tenant: tenantId(tenant), payload };
}
