import { type Day, dayFrom } from '../day.ts';
import type { SpecialDays } from './special-days.ts';

/**
 * The days of [from, to] on which wages have just come, are about to, and the middle of the month, when some are paid by the half. The
 * effect on sales is real: regressions on the shops of Rossmann and of M5 give these days coefficients that hold in other years.
 */
export function monthParts(from: Day, to: Day): SpecialDays {
  const start = new Set<Day>();
  const middle = new Set<Day>();
  const end = new Set<Day>();
  for (let day = from; day <= to; day++) {
    const date = new Date(day * 86_400_000);
    const next = dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 2, 1) ?? nextYear(date);
    const dayOfMonth = date.getUTCDate();
    if (dayOfMonth <= 3) start.add(day);
    if (dayOfMonth >= 12 && dayOfMonth <= 17) middle.add(day);
    if (next - day <= 3) end.add(day);
  }
  return new Map([
    ['month start', start],
    ['month middle', middle],
    ['month end', end],
  ]);
}

function nextYear(december: Date): Day {
  return dayFrom(december.getUTCFullYear() + 1, 1, 1) as Day;
}
