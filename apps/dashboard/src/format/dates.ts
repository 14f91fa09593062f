import { locale as ownLocale } from './locale.ts';
import { type Frequency, instantOf } from './periods.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options);
    formats.set(key, made);
  }
  return made;
}

// Sales days are calendar days of the shop: they have no time zone, so they are read and written as UTC.
const short = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const plain = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const near = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** A date is one word: it breaks at the dash of a range, never between day and month. */
const tied = (text: string) => text.replace(/(?<![–-])[ \u2009](?![–-])/g, '\u00a0');

/** Fri, 9 Dec */
export const shortDay = (day: string, locale = ownLocale) => format(locale, short).format(instantOf(day));
/** Friday, 9 December 2011 */
export const longDay = (day: string, locale = ownLocale) => format(locale, long).format(instantOf(day));
/** 9 Dec 2011 */
export const plainDay = (day: string, locale = ownLocale) =>
  tied(format(locale, plain).format(instantOf(day)));

/** 10 Dec 2011 – 6 Jan 2012, without saying twice what both ends share. */
export function dayRange(first: string, last: string, locale = ownLocale): string {
  return tied(format(locale, plain).formatRange(instantOf(first), instantOf(last)));
}

/** One period as people name it: a day, "week of 5 Dec 2011", "December 2011". */
export function period(day: string, frequency: Frequency, locale = ownLocale): string {
  if (frequency === 'M') return format(locale, month).format(instantOf(day));
  if (frequency === 'W') return `week of ${plainDay(day, locale)}`;
  return longDay(day, locale);
}

/** The same without the year, for a period that is near. */
export function periodShort(day: string, frequency: Frequency, locale = ownLocale): string {
  return frequency === 'D' ? format(locale, near).format(instantOf(day)) : period(day, frequency, locale);
}

/** An instant (ISO 8601) in the reader's own time: 22 Nov 2026, 17:05 */
export function moment(iso: string, locale = ownLocale): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** "3 minutes ago", from `now` on; days and more by date, because "63 days ago" is no answer. */
export function ago(iso: string, now: number, locale = ownLocale): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (seconds < 45) return 'just now';
  if (seconds < 3600) return relative.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
  if (seconds < 7 * 86_400) return relative.format(-Math.round(seconds / 86_400), 'day');
  return plainDay(iso.slice(0, 10), locale);
}

/** The calendar day in a time zone, at an instant. */
export const dayAt = (instant: number, timeZone: string): string =>
  format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

const longest = { day: 14, week: 60, month: 730 } as const;

/** How old a day is: "yesterday", "5 weeks ago"; as coarse as it is far. */
export function dayAge(day: string, today: string, locale = ownLocale): string {
  const days = Math.round((instantOf(day) - instantOf(today)) / 86_400_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(days);
  if (size < longest.day) return relative.format(days, 'day');
  if (size < longest.week) return relative.format(Math.round(days / 7), 'week');
  if (size < longest.month) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}
