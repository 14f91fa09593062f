import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The process's log: JSON lines on standard output. Ids and counts only: no file names, no codes, nothing a person or a
 * retailer could be known by.
 */
export function openLog(level = 'info'): Logger {
  return pino({ level, base: { part: 'pipeline' }, timestamp: pino.stdTimeFunctions.isoTime });
}
