import { STATUS_CODES } from 'node:http';

/** The phrase of a status in sentence case: "Not found". */
export function statusTitle(status: number): string {
  const phrase = STATUS_CODES[status] ?? 'Error';
  return phrase === 'OK' ? phrase : phrase[0] + phrase.slice(1).toLowerCase();
}
