import type { Day } from '@shelfcast/domain';
import { type Holiday, holidaysBetween, type Place } from '@shelfcast/domain/calendar';
import type { TenantCalendar } from '@shelfcast/ledger';

/** The holidays of each location's place over a run; made once a place. */
export class HolidaysByPlace {
  readonly #calendar: TenantCalendar;
  readonly #from: Day;
  readonly #to: Day;
  readonly #made = new Map<Place, readonly Holiday[]>();

  constructor(calendar: TenantCalendar, from: Day, to: Day) {
    this.#calendar = calendar;
    this.#from = from;
    this.#to = to;
  }

  /** Null where nothing says where a location is. */
  placeOf(location: number): Place | null {
    return this.#calendar.places.get(location) ?? this.#calendar.place;
  }

  of(location: number): readonly Holiday[] {
    const place = this.placeOf(location);
    if (place === null) return [];
    const holidays = this.#made.get(place) ?? holidaysBetween(place, this.#from, this.#to);
    this.#made.set(place, holidays);
    return holidays;
  }
}
