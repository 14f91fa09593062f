import { locale as ownLocale } from './locale.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formatters are dear to make (about 20 µs) and a table makes thousands of calls. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(locale, options);
    formats.set(key, made);
  }
  return made;
}

/** A count of things: whole from 10 on, one decimal below, two below 1. A forecast of 0.3 a day is not 0. */
export function units(value: number, locale = ownLocale): string {
  const size = Math.abs(value);
  const decimals = size >= 9.95 || size === 0 ? 0 : size >= 0.995 ? 1 : 2;
  return format(locale, { maximumFractionDigits: decimals }).format(value);
}

/** For titles: three significant digits, because a forecast that is spelled to the unit claims too much. */
export function roundUnits(value: number, locale = ownLocale): string {
  if (Math.abs(value) < 1000) return units(value, locale);
  return format(locale, { maximumSignificantDigits: 3 }).format(value);
}

/** Exact counts: rows, series. */
export function count(value: number, locale = ownLocale): string {
  return format(locale, { maximumFractionDigits: 0 }).format(value);
}

/** For axes and tiles where room is short: 12K, 3.4M. */
export function shortUnits(value: number, locale = ownLocale): string {
  if (Math.abs(value) < 10_000) return units(value, locale);
  return format(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A share, 0.063 → 6%; near nothing and near all to one decimal, so that 1 of 1,000 never reads as none, nor 999 as all. */
export function percent(share: number, locale = ownLocale): string {
  const size = Math.abs(share);
  if (size > 0 && size < 0.0005) return `< ${percent(0.001, locale)}`;
  const edge = (size > 0 && size < 0.00995) || (size > 0.9945 && size < 1);
  const shown = edge && size > 0.999 ? Math.sign(share) * 0.999 : share;
  return format(locale, { style: 'percent', maximumFractionDigits: edge ? 1 : 0 }).format(shown);
}

/** A change with its sign: +6%, −12%. */
export function change(share: number, locale = ownLocale): string {
  return format(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(
    share,
  );
}

/** File sizes as file managers show them. */
export function bytes(value: number, locale = ownLocale): string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** step;
  return format(locale, {
    style: 'unit',
    unit: names[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 || scaled >= 100 ? 0 : 1,
  }).format(scaled);
}

/** "1 row", "2 rows". */
export function counted(value: number, one: string, many = `${one}s`, locale = ownLocale): string {
  return `${count(value, locale)} ${value === 1 ? one : many}`;
}

/** A change for a table: beyond three times as many, a percentage says less than the factor. */
export const changeOrFactor = (share: number, locale = ownLocale): string =>
  share > 2 ? `× ${units(share + 1, locale)}` : change(share, locale);

/** A price: in a currency where one is known, else as a plain number; fractions of a cent stay. */
export function money(value: number, currency: string | null, locale = ownLocale): string {
  return currency === null
    ? format(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(value)
    : format(locale, { style: 'currency', currency, maximumFractionDigits: 4 }).format(value);
}
