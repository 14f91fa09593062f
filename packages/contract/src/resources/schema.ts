import { type Static, type TSchema, Type } from 'typebox';

/**
 * Refers to a named resource, so that OpenAPI shows `#/components/schemas/Run` once instead of its fields everywhere.
 * The server registers `resources` under the same names.
 */
export function ref<S extends TSchema & { $id?: string }>(resource: S) {
  if (!resource.$id) throw new TypeError('Only a schema with an $id can be referred to.');
  return Type.Unsafe<Static<S>>({ $ref: `${resource.$id}#` });
}

/** A referred resource, or null. */
export function refOrNull<S extends TSchema & { $id?: string }>(resource: S) {
  return Type.Unsafe<Static<S> | null>({ anyOf: [ref(resource), { type: 'null' }] });
}

/** `type: [x, 'null']`: what OpenAPI 3.1 and the fast serializer both read, where a union would be slower and longer. */
export function textOrNull(options: object = {}) {
  return Type.Unsafe<string | null>({ ...options, type: ['string', 'null'] });
}

export function numberOrNull(options: object = {}) {
  return Type.Unsafe<number | null>({ ...options, type: ['number', 'null'] });
}

export function integerOrNull(options: object = {}) {
  return Type.Unsafe<number | null>({ ...options, type: ['integer', 'null'] });
}

/** One of some words, as `enum` (a union of constants reads badly in generated documentation). */
export function oneOf<const W extends readonly string[]>(words: W, options: object = {}) {
  return Type.Unsafe<W[number]>({ ...options, type: 'string', enum: [...words] });
}

/** A page of a list: hand `next` in as `cursor` to get the page after it; null on the last page. */
export function pageOf<S extends TSchema & { $id?: string }>(resource: S) {
  return Type.Object(
    {
      items: Type.Array(ref(resource)),
      next: textOrNull({ description: 'Cursor of the next page; null on the last.' }),
    },
    { $id: `${resource.$id}Page` },
  );
}

/** Ids are whole numbers below 2^53. */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const Day = Type.String({
  format: 'date',
  description: 'A business day, `YYYY-MM-DD`, without time zone.',
});
export const DayOrNull = textOrNull({ format: 'date' });
export const Instant = Type.String({ format: 'date-time' });
export const InstantOrNull = textOrNull({ format: 'date-time' });
