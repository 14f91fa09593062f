import { Type } from 'typebox';
import { Calendar, NewCalendar, PlaceList } from '../resources/calendar.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';

export const readCalendar = operation({
  method: 'GET',
  url: '/v1/calendar',
  problems: [401, 403],
  schema: {
    operationId: 'readCalendar',
    tags: ['calendar'],
    summary: 'Whose holidays are kept, and the tenant’s own events and closures.',
    response: { 200: ref(Calendar) },
  },
});

export const replaceCalendar = operation({
  method: 'PUT',
  url: '/v1/calendar',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'replaceCalendar',
    tags: ['calendar'],
    summary: 'Replace the calendar, whole. The next run forecasts with it.',
    description:
      'Events become columns that models may learn from, closures days on which nothing is sold, behind us and ahead. A day on which something was sold counts as open. Takes no Idempotency-Key: a repeat changes nothing.',
    body: ref(NewCalendar),
    response: { 200: ref(Calendar) },
  },
});

export const listPlaces = operation({
  method: 'GET',
  url: '/v1/places',
  problems: [400, 401, 403],
  schema: {
    operationId: 'listPlaces',
    tags: ['calendar'],
    summary: 'Countries whose holidays are known, or the parts of one, by name.',
    querystring: Type.Object(
      {
        within: Type.Optional(
          Type.String({
            maxLength: 20,
            description: 'A country or a part of one: its own parts. None are no error.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    response: { 200: ref(PlaceList) },
  },
});
