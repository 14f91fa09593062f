import { Type } from 'typebox';
import { Id } from '../resources/schema.ts';

/** Path parameters and the query of lists: the same words everywhere. */
export const SeriesParams = Type.Object({ series: Id });
export const RunParams = Type.Object({ run: Id });
export const ImportParams = Type.Object({ import: Id });
export const LocationParams = Type.Object({ location: Id });
export const UploadParams = Type.Object({ upload: Type.String({ format: 'uuid' }) });
export const KeyParams = Type.Object({ key: Type.String({ format: 'uuid' }) });

export const cursorFields = {
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: '`next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};
export const PageQuery = Type.Object(cursorFields, { additionalProperties: false });

/** Reads of one run: the current one unless named. */
export const RunQuery = Type.Object({ run: Type.Optional(Id) }, { additionalProperties: false });

export const LastEventId = Type.Object({ 'last-event-id': Type.Optional(Type.String({ maxLength: 64 })) });

export const IdempotencyKey = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'Any text of yours, new for every intention. A repeat with the same key and body gets the first answer again.',
    }),
  ),
});
