import pg from 'pg';

type Parse = (text: string) => unknown;

/** Type numbers of pg_type, with those of their arrays. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;

const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY, 'text');

const ours: Readonly<Record<number, Parse>> = {
  [INT8]: safeInteger,
  [INT8_ARRAY]: (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item))),
  [DATE]: (text) => text,
  [DATE_ARRAY]: textArray,
};

/**
 * What comes back: bigint as a number (ids and counts of ours stay below 2^53), date as `YYYY-MM-DD` text (a business
 * day has no time zone), numeric as text (exact). The rest is pg's own choice.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours[oid]) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number; select it as text.`);
  return value;
}
