import assert from 'node:assert/strict';
import test from 'node:test';
import { type Day, parseDay, periodOf } from '@shelfcast/domain';
import { type CalendarEvent, parsePlace } from '@shelfcast/domain/calendar';
import type { TenantCalendar } from '@shelfcast/ledger';
import type { RunCalendars } from '@shelfcast/shards';
import { HolidaysByPlace } from './holidays-by-place.ts';
import type { RunSpan } from './run-calendar.ts';
import { CalendarBook } from './run-calendars.ts';

const day = (text: string): Day => parseDay(text) as Day;
const fair: CalendarEvent = {
  name: 'Fair',
  kind: 'event',
  from: day('2022-05-03'),
  to: day('2022-05-04'),
  yearly: true,
  locations: [3],
};

/** Germany, with location 2 in France and a fair at location 3. */
const calendar: TenantCalendar = {
  place: parsePlace('DE')!,
  placeFrom: 'settings',
  places: new Map([[2, parsePlace('FR')!]]),
  events: [fair],
};

function book(frequency: RunSpan['frequency'], closed: [number, readonly Day[]][] = []): CalendarBook {
  const [first, origin, last] = [day('2022-01-03'), day('2024-03-03'), day('2024-05-05')];
  const span = {
    frequency,
    first: periodOf(first, frequency),
    origin: periodOf(origin, frequency),
    horizon: periodOf(last, frequency) - periodOf(origin, frequency),
  };
  return new CalendarBook(
    span,
    calendar,
    new HolidaysByPlace(calendar, first - 31, last + 31),
    new Map(closed),
  );
}

function valueAt(
  { names, first, calendars }: RunCalendars,
  page: number,
  name: string,
  period: number,
): number {
  const column = calendars[page][names.indexOf(name)];
  return column.find(([place]) => place === period - first)?.[1] ?? 0;
}

test('locations of one place share a calendar; another place or an event of its own makes another', () => {
  const calendars = book('D');
  assert.deepEqual(
    [1, 2, 3, 4].map((location) => calendars.of(location)),
    [0, 1, 2, 0],
  );
  const all = calendars.all();
  const on = (page: number, name: string, date: string) => valueAt(all, page, name, day(date));
  assert.deepEqual([on(0, 'Good Friday', '2024-03-29'), on(1, 'Good Friday', '2024-03-29')], [1, 0]);
  assert.deepEqual([on(0, 'Fair', '2024-05-04'), on(2, 'Fair', '2024-05-04')], [0, 1]);
  assert.ok(all.calendars.every((columns) => columns.length === all.names.length));
});

test('the calendar of all together is the mean of theirs, by what they sell', () => {
  const calendars = book('D');
  const page = calendars.mean(
    new Map([
      [1, 30],
      [2, 10],
    ]),
  );
  const all = calendars.all();
  assert.equal(valueAt(all, page, 'Good Friday', day('2024-03-29')), 0.75);
  assert.equal(valueAt(all, page, 'Easter Monday', day('2024-04-01')), 1);
  assert.equal(
    calendars.mean(
      new Map([
        [1, 1],
        [4, 2],
      ]),
    ),
    calendars.of(1),
  );
});

test('weeks know on how many more days than usual a location was closed', () => {
  const sundays = Array.from({ length: 122 }, (_, week) => day('2022-01-09') + 7 * week);
  const calendars = book('W', [[1, [...sundays, day('2022-12-26'), day('2022-12-27')]]]);
  const page = calendars.of(1);
  const all = calendars.all();
  const week = (date: string) => valueAt(all, page, 'days closed', periodOf(day(date), 'W'));
  assert.deepEqual([week('2022-12-26'), week('2022-12-12')], [2, 0]);
});

test('where nothing says which country it is, there are no columns but the month’s and the events’', () => {
  const nowhere = { ...calendar, place: null, places: new Map() };
  const span = { frequency: 'D' as const, first: day('2022-01-03'), origin: day('2024-03-03'), horizon: 7 };
  const calendars = new CalendarBook(span, nowhere, new HolidaysByPlace(nowhere, 0, 0), new Map());
  calendars.of(1);
  const month = ['month end', 'month middle', 'month start'];
  assert.deepEqual(calendars.all().names, month);
  calendars.of(3);
  assert.deepEqual(calendars.all().names, ['Fair', ...month]);
});
