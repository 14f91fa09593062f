import { type Static, type TStringOptions, Type } from 'typebox';
import { Day, Id, oneOf, textOrNull } from './schema.ts';

export const eventKinds = ['event', 'closed'] as const;
export const placeSources = ['settings', 'time zone', 'currency'] as const;

const place = {
  description: 'Whose holidays are kept: a country or a part of it by ISO 3166, `GB`, `DE-BY`.',
};
/** A code is two to ten letters and digits in up to three parts; which ones there are, the calendars say. */
const code = { ...place, pattern: '^[A-Za-z0-9]{1,6}(-[A-Za-z0-9]{1,8}){0,2}$' };

/** Ten thousand locations with a place of their own each are a large chain; a thousand events are three a day for a year. */
const MOST_LOCATIONS = 10_000;
const MOST_EVENTS = 1_000;

const placeOfLocation = (options: TStringOptions) =>
  Type.Object({ location: Id, place: Type.String(options) }, { additionalProperties: false });

const event = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'The same name every time it happens.' }),
    kind: oneOf(eventKinds, {
      description:
        '`closed`: nothing can be sold. `event`: something is different, and models may learn what.',
    }),
    from: Day,
    to: Day,
    yearly: Type.Boolean({ description: 'On the same dates in every year from the first on.' }),
    locations: Type.Unsafe<number[] | null>({
      type: ['array', 'null'],
      items: Id,
      maxItems: MOST_LOCATIONS,
      description: 'Locations it concerns; null = all.',
    }),
  },
  { additionalProperties: false },
);

const fields = {
  events: Type.Array(event, { maxItems: MOST_EVENTS }),
};
const events = [
  { name: 'Street fair', kind: 'event', from: '2026-06-20', to: '2026-06-21', yearly: true, locations: [1] },
];

/** What days are like for a tenant beside its sales: holidays by place, its own events and closures. */
export const Calendar = Type.Object(
  {
    place: textOrNull(place),
    place_from: Type.Unsafe<(typeof placeSources)[number] | null>({
      type: ['string', 'null'],
      enum: [...placeSources, null],
      description: 'What says where the tenant is; null where nothing does, and then no holidays are known.',
    }),
    locations: Type.Array(placeOfLocation(place), {
      description: 'Locations that lie elsewhere, by hand or by a file of locations.',
    }),
    ...fields,
    events_from_files: Type.Array(event, {
      description: 'Events that imported files state beside these. Undo the import to take them back.',
    }),
  },
  {
    $id: 'Calendar',
    examples: [
      {
        place: 'GB',
        place_from: 'time zone',
        locations: [{ location: 1, place: 'IE' }],
        events,
        events_from_files: [],
      },
    ],
  },
);
export type Calendar = Static<typeof Calendar>;

export const NewCalendar = Type.Object(
  {
    place: textOrNull({ ...code, description: `${place.description} Null: told by time zone or currency.` }),
    locations: Type.Array(placeOfLocation(code), { maxItems: MOST_LOCATIONS }),
    ...fields,
  },
  {
    $id: 'NewCalendar',
    additionalProperties: false,
    examples: [{ place: 'GB', locations: [{ location: 1, place: 'IE' }], events }],
  },
);
export type NewCalendar = Static<typeof NewCalendar>;

/** Places whose holidays are known. */
export const PlaceList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        place: Type.String({ description: 'By ISO 3166: `DE`, `DE-BY`.' }),
        name: Type.String({ description: 'In English, or as its people call it.' }),
      }),
    ),
  },
  { $id: 'PlaceList', examples: [{ items: [{ place: 'GB', name: 'United Kingdom' }] }] },
);
export type PlaceList = Static<typeof PlaceList>;
