import type { NewCalendar as Asked } from '@shelfcast/contract';
import { parseDay, requestErrors, ShelfcastError } from '@shelfcast/domain';
import { type CalendarEvent, type Place, parsePlace } from '@shelfcast/domain/calendar';
import type { NewCalendar } from '@shelfcast/ledger';

/** Reads what was asked for; throws `request.invalid` with the field for what the schema can't tell to be wrong. */
export function newCalendar({ place, locations, events }: Asked): NewCalendar {
  return {
    place: place === null ? null : placeOf(place, 'place'),
    places: new Map(locations.map((own, i) => [own.location, placeOf(own.place, `locations.${i}.place`)])),
    events: events.map((event, i): CalendarEvent => {
      const [from, to] = [parseDay(event.from), parseDay(event.to)];
      if (from === undefined || to === undefined || to < from)
        throw invalid(
          `events.${i}.to`,
          `“${event.name}” ends on ${event.to}, before it begins on ${event.from}.`,
          'Give the last day of the event; for one day it is the same as the first.',
        );
      return { ...event, from, to };
    }),
  };
}

function placeOf(code: string, field: string): Place {
  const place = parsePlace(code);
  if (place === undefined)
    throw invalid(
      field,
      `There is no calendar for ${JSON.stringify(code)}.`,
      'Give a country by its two letters (ISO 3166), such as GB, or a part of one, such as DE-BY.',
    );
  return place;
}

function invalid(field: string, detail: string, remedy: string): ShelfcastError {
  return new ShelfcastError(requestErrors.invalid, { detail, remedy, where: { field } });
}
