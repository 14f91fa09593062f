import { type Day, periodEnd, periodStart } from '@shelfcast/domain';
import {
  type CalendarColumns,
  calendarColumns,
  concerns,
  eventDays,
  monthParts,
  specialDays,
} from '@shelfcast/domain/calendar';
import type { TenantCalendar } from '@shelfcast/ledger';
import type { RunCalendars } from '@shelfcast/shards';
import type { HolidaysByPlace } from './holidays-by-place.ts';
import type { RunSpan } from './run-calendar.ts';

/** Days of a week or month on which a location was closed beyond its habit: Christmas week is no week like others. */
const DAYS_CLOSED = 'days closed';

/**
 * The calendars of a run: a location's holidays and events as columns. Locations whose columns are the same share one, so that a
 * thousand shops of a country need a single one.
 */
export class CalendarBook {
  readonly #span: RunSpan;
  readonly #calendar: TenantCalendar;
  readonly #holidays: HolidaysByPlace;
  readonly #closedDays: ReadonlyMap<number, readonly Day[]>;
  readonly #pages: CalendarColumns[] = [];
  /** Pages by what they are made of. */
  readonly #known = new Map<string, number>();

  constructor(
    span: RunSpan,
    calendar: TenantCalendar,
    holidays: HolidaysByPlace,
    closedDays: ReadonlyMap<number, readonly Day[]>,
  ) {
    this.#span = span;
    this.#calendar = calendar;
    this.#holidays = holidays;
    this.#closedDays = closedDays;
  }

  /** The number of a location's calendar. */
  of(location: number): number {
    const events = this.#calendar.events.filter(
      (event) => event.kind === 'event' && concerns(event, location),
    );
    const closed = this.#daysClosed(location);
    const numbers = events.map((event) => this.#calendar.events.indexOf(event));
    const madeOf = JSON.stringify([this.#holidays.placeOf(location), numbers, closed && [...closed]]);
    return this.#page(madeOf, () => {
      const days = this.#daysOf(location, events);
      const { names, columns } = calendarColumns(days, this.#periods());
      return closed ? { names: [...names, DAYS_CLOSED], columns: [...columns, closed] } : { names, columns };
    });
  }

  /** The number of a calendar for locations together: the mean of theirs, each by its weight. */
  mean(weights: ReadonlyMap<number, number>): number {
    const pages = new Map<number, number>();
    for (const [location, weight] of weights) {
      const page = this.of(location);
      pages.set(page, (pages.get(page) ?? 0) + weight);
    }
    if (pages.size === 1) return [...pages.keys()][0];
    return this.#page(JSON.stringify([...pages]), () => this.#mean(pages));
  }

  /** All calendars that were asked for, as the manifest keeps them. */
  all(): RunCalendars {
    const names = [...new Set(this.#pages.flatMap((page) => page.names))].sort();
    const { first, last } = this.#periods();
    return {
      names,
      first,
      length: last - first + 1,
      calendars: this.#pages.map((page) =>
        names.map((name) => {
          const column = page.columns[page.names.indexOf(name)] ?? [];
          return Array.from(column, (value, place) => [place, value] as const).filter(
            ([, value]) => value !== 0,
          );
        }),
      ),
    };
  }

  #periods() {
    const { frequency, first, origin, horizon } = this.#span;
    return { first, last: origin + horizon, start: (period: number): Day => periodStart(period, frequency) };
  }

  #page(madeOf: string, make: () => CalendarColumns): number {
    const page = this.#known.get(madeOf) ?? this.#pages.push(make()) - 1;
    this.#known.set(madeOf, page);
    return page;
  }

  #mean(pages: ReadonlyMap<number, number>): CalendarColumns {
    const whole = [...pages.values()].reduce((sum, weight) => sum + weight, 0);
    const names = [...new Set([...pages.keys()].flatMap((page) => this.#pages[page].names))].sort();
    const { first, last } = this.#periods();
    const columns = names.map((name) => {
      const mean = new Float64Array(last - first + 1);
      for (const [page, weight] of pages) {
        const column = this.#pages[page].columns[this.#pages[page].names.indexOf(name)];
        if (column && whole > 0)
          for (let t = 0; t < mean.length; t++) mean[t] += (weight / whole) * column[t];
      }
      return mean;
    });
    return { names, columns };
  }

  #daysOf(location: number, events: TenantCalendar['events']): Map<string, ReadonlySet<Day>> {
    const { frequency, origin } = this.#span;
    const { first, last, start } = this.#periods();
    const [from, to] = [start(first), start(last + 1) - 1];
    const days = new Map([
      ...specialDays(this.#holidays.of(location), periodEnd(origin, frequency)),
      ...(frequency === 'D' ? monthParts(from, to) : []),
    ]);
    for (const event of events)
      days.set(event.name, new Set([...(days.get(event.name) ?? []), ...eventDays(event, from, to)]));
    return days;
  }

  /** Closed days a week or month, less the usual number of them; undefined where every period has the same, and for days. */
  #daysClosed(location: number): Float64Array | undefined {
    const closed = this.#closedDays.get(location);
    if (this.#span.frequency === 'D' || !closed) return undefined;
    const days = new Map([[DAYS_CLOSED, new Set(closed)]]);
    const [column] = calendarColumns(days, this.#periods()).columns;
    if (!column) return undefined;
    const usual = column.toSorted()[Math.floor(column.length / 2)];
    const beyond = column.map((count) => Math.max(0, count - usual));
    return beyond.some((count) => count > 0) ? beyond : undefined;
  }
}
