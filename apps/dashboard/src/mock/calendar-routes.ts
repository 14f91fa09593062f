import type { Calendar, NewCalendar, Problem } from '@shelfcast/contract';
import { bodyOf, json } from './answer.ts';
import type { Routes } from './routes.ts';
import { locations } from './shop.ts';

const countries = [
  { place: 'AT', name: 'Austria' },
  { place: 'FR', name: 'France' },
  { place: 'DE', name: 'Germany' },
  { place: 'IE', name: 'Ireland' },
  { place: 'GB', name: 'United Kingdom' },
];
const parts: Record<string, { place: string; name: string }[]> = {
  DE: [
    { place: 'DE-BY', name: 'Bayern' },
    { place: 'DE-BE', name: 'Berlin' },
  ],
  GB: [
    { place: 'GB-ENG', name: 'England' },
    { place: 'GB-SCT', name: 'Scotland' },
  ],
};

export const calendarRoutes: Routes = {
  'GET /v1/places': (call) => {
    const within = call.query.get('within');
    json(call, { items: within === null ? countries : (parts[within] ?? []) });
  },
  'GET /v1/locations': (call) =>
    json(call, {
      items: call.world.series.count
        ? locations.map(({ location, code, name }) => ({ location, code, name, series_count: 100 }))
        : [],
      next: null,
    }),
  'GET /v1/calendar': (call) => json(call, call.world.calendar),
  'PUT /v1/calendar': async (call) => {
    const asked = JSON.parse((await bodyOf(call)).toString()) as NewCalendar;
    const refused = asked.events.length - 1;
    if (call.world.refuseEvents && refused >= 0) {
      const body: Problem = {
        type: 'about:blank',
        title: 'The request is not as it should be',
        status: 400,
        code: 'request.invalid',
        detail: `“${asked.events[refused]!.name}” is longer than a year.`,
        remedy: 'Choose an earlier last day.',
        instance: 'req-mock',
        where: { field: `events.${refused}.to` },
      };
      call.response.writeHead(400, { 'content-type': 'application/problem+json' });
      call.response.end(JSON.stringify(body));
      return;
    }
    const { place } = asked;
    const calendar: Calendar = {
      ...asked,
      place: place ?? 'GB',
      place_from: place === null ? 'time zone' : 'settings',
      events_from_files: call.world.calendar.events_from_files,
    };
    call.world.calendar = calendar;
    json(call, calendar);
  },
};
