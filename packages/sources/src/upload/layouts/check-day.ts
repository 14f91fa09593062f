import { type Day, dayFrom, type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { FIRST_PLAUSIBLE_YEAR, MAX_PLANNED_DAYS } from '../limits.ts';

const FIRST_PLAUSIBLE_DAY = dayFrom(FIRST_PLAUSIBLE_YEAR, 1, 1)!;

/**
 * What is wrong with a day; undefined where nothing is. A sale may be of tomorrow (the till stands east of
 * us); what is planned may lie some years ahead.
 */
export function dayFault(day: Day | undefined, today: Day, planned: boolean): ErrorKind | undefined {
  if (day === undefined) return uploadErrors.invalid_date;
  const last = today + (planned ? MAX_PLANNED_DAYS : 1);
  return day < FIRST_PLAUSIBLE_DAY || day > last ? uploadErrors.implausible_date : undefined;
}
