import { type Static, Type } from 'typebox';
import { Id, pageOf, textOrNull } from './schema.ts';

export const Location = Type.Object(
  {
    location: Id,
    code: Type.String(),
    name: textOrNull(),
    series_count: Type.Integer({ description: 'How many products it sells or sold.' }),
  },
  { $id: 'Location', examples: [{ location: 1, code: 'GB', name: 'United Kingdom', series_count: 412 }] },
);
export type Location = Static<typeof Location>;

export const LocationPage = pageOf(Location);
export type LocationPage = Static<typeof LocationPage>;
