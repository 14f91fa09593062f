import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/**
 * What comes back: bigint as a number (ids and counts of ours stay below 2^53), date as `YYYY-MM-DD` text (a business
 * day has no time zone), numeric as text (exact). The rest is pg's own choice.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === INT8) return safeInteger;
      if (oid === DATE) return (text: string) => text;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number; select it as text.`);
  return value;
}
