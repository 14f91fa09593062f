import { locale as ownLocale } from './locale.ts';

/** "GBP, EUR and SEK", as the reader's language joins them. */
export const list = (items: readonly string[], locale = ownLocale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
