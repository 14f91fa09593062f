import { type Day, dayFrom } from '../day.ts';

/** Something of the retailer's own: a fair, a sale, a week of stocktaking. */
export interface CalendarEvent {
  readonly name: string;
  /** First and last day, both included; of the first year where it repeats. */
  readonly from: Day;
  readonly to: Day;
  /** On the same dates every year from then on. */
  readonly yearly: boolean;
  /** `closed`: nothing can be sold; `event`: something is different. */
  readonly kind: 'event' | 'closed';
  /** Locations it concerns; null = all. */
  readonly locations: readonly number[] | null;
}

/** Whether an event concerns a location. */
export function concerns(event: CalendarEvent, location: number): boolean {
  return event.locations === null || event.locations.includes(location);
}

/** The days of an event from `from` to `to`. What begins on 29 February repeats in leap years. */
export function eventDays(event: CalendarEvent, from: Day, to: Day): Day[] {
  const length = event.to - event.from;
  const days: Day[] = [];
  for (const start of startsOf(event, from - length, to))
    for (let day = Math.max(start, from); day <= Math.min(start + length, to); day++) days.push(day);
  // A yearly event may be longer than a year is: a day is a day once.
  return [...new Set(days)];
}

function startsOf(event: CalendarEvent, from: Day, to: Day): Day[] {
  if (!event.yearly) return [event.from];
  const first = new Date(event.from * 86_400_000);
  const starts: Day[] = [];
  const lastYear = new Date(to * 86_400_000).getUTCFullYear();
  for (let year = first.getUTCFullYear(); year <= lastYear; year++) {
    const start = dayFrom(year, first.getUTCMonth() + 1, first.getUTCDate());
    if (start !== undefined && start >= from && start <= to) starts.push(start);
  }
  return starts;
}
