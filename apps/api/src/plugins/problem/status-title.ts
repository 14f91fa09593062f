import { STATUS_CODES } from 'node:http';

/** Of tus, not of HTTP. */
const CHECKSUM_MISMATCH = 460;

/** The phrase of a status in sentence case: "Not found". */
export function statusTitle(status: number): string {
  if (status === CHECKSUM_MISMATCH) return 'Checksum mismatch';
  const phrase = STATUS_CODES[status] ?? 'Error';
  return phrase === 'OK' ? phrase : phrase[0] + phrase.slice(1).toLowerCase();
}
