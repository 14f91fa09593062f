import { type Day, forecastErrors, formatDay, ShelfcastError } from '@shelfcast/domain';
import { type Calendar, type Frequency, firstDayOf, periodName, periodOf } from './calendar.ts';
import { spacingOf } from './spacing.ts';

export interface CalendarChoice {
  readonly calendar: Calendar;
  /** How the file's own dates are spaced. Finer than the calendar: several rows make a period. */
  readonly spacing: Frequency;
  /** The last period that is history; a month that the data only begins is none. */
  readonly lastPeriod: number;
  readonly notes: readonly string[];
}

/**
 * Decides what a period is. `days` are the file's distinct days, ascending; `lastValueDay` the last with a value.
 * `asked` undefined: the frequency that the dates have.
 */
export function chooseCalendar(
  days: readonly Day[],
  lastValueDay: Day,
  asked: Frequency | undefined,
  zerosBetween: boolean,
  file: string,
): CalendarChoice {
  const spacing = spacingOf(days);
  const frequency = asked ?? spacing;
  refuseFinerThanData(frequency, spacing, zerosBetween, file);
  const notes =
    asked === undefined && spacing !== 'D'
      ? [`The dates are a ${periodName[spacing][0]} apart: forecasting ${periodName[spacing][1]}.`]
      : [];
  if (frequency === 'W') {
    // Weekly data keeps its weekday. Weeks cut out of days end with the last day of the data: a week that had only begun would
    // look like a collapse of sales, and would be the first thing that every model learns.
    const first = spacing === 'W' ? days[0] : lastValueDay + 1;
    const calendar = { frequency, weekStart: ((first % 7) + 7) % 7 };
    if (spacing === 'D')
      notes.push(`Weeks begin on the weekday of ${formatDay(first)}, so that the last one is complete.`);
    return { calendar, spacing, lastPeriod: periodOf(calendar, lastValueDay), notes };
  }
  const calendar = { frequency, weekStart: 0 };
  const last = periodOf(calendar, lastValueDay);
  const begunOnly =
    frequency === 'M' &&
    spacing !== 'M' &&
    firstDayOf(calendar, last + 1) - 1 > lastValueDay + slack(spacing);
  if (begunOnly)
    notes.push(
      `The data ends on ${formatDay(lastValueDay)}: that month is incomplete, and left out of the history.`,
    );
  return { calendar, spacing, lastPeriod: begunOnly ? last - 1 : last, notes };
}

/** Weekly rows reach up to six days beyond their date. */
function slack(spacing: Frequency): number {
  return spacing === 'W' ? 6 : 0;
}

const FINENESS: Readonly<Record<Frequency, number>> = { D: 0, W: 1, M: 2 };

function refuseFinerThanData(
  frequency: Frequency,
  spacing: Frequency,
  zerosBetween: boolean,
  file: string,
): void {
  // With --missing nan the days between are unknown rather than zero: unusual, but nothing false is learnt.
  if (FINENESS[frequency] >= FINENESS[spacing] || !zerosBetween) return;
  const [finer] = periodName[frequency];
  const [coarser, coarserMany] = periodName[spacing];
  throw new ShelfcastError(forecastErrors.wrong_frequency, {
    detail: `The dates of ${file} are a ${coarser} apart, but --frequency ${frequency} was asked: every ${finer} between them would count as zero sales.`,
    remedy: `Use --frequency ${spacing} to forecast ${coarserMany}; or add --missing nan if nothing is known of the ${periodName[frequency][1]} between.`,
    where: { file },
  });
}
