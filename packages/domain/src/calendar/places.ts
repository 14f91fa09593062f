import Holidays from 'date-holidays';

/**
 * Whose holidays are meant: a country (`GB`), a part of it (`DE-BY`, by ISO 3166), or a part of that (`DE-BY-A`).
 * Validated: get one from `parsePlace`.
 */
export type Place = string & { readonly __place: true };

export interface PlaceName {
  readonly place: Place;
  readonly name: string;
}

/** Reads a code, whatever its letter case; undefined where there is no such place in the calendars. */
export function parsePlace(text: string): Place | undefined {
  const [country, state, region, ...rest] = text.trim().toUpperCase().split('-');
  if (rest.length > 0) return undefined;
  const library = new Holidays();
  const has = (names: Readonly<Record<string, string>> | undefined, code: string | undefined): boolean =>
    code === undefined || (names !== undefined && Object.hasOwn(names, code));
  const known =
    has(library.getCountries(), country) &&
    has(state === undefined ? {} : library.getStates(country), state) &&
    has(region === undefined ? {} : library.getRegions(country, state), region);
  return known ? ([country, state, region].filter(Boolean).join('-') as Place) : undefined;
}

/** Every country that has a calendar, by name. */
export function listCountries(): PlaceName[] {
  return named(new Holidays().getCountries('en') ?? {}, '');
}

/** The parts of a place that keep days of their own, by name; most countries have none. */
export function listRegions(place: Place): PlaceName[] {
  const [country, state, region] = place.split('-');
  const library = new Holidays();
  if (region !== undefined) return [];
  const parts =
    state === undefined ? library.getStates(country, 'en') : library.getRegions(country, state, 'en');
  return named(parts ?? {}, `${place}-`);
}

function named(names: Readonly<Record<string, string>>, before: string): PlaceName[] {
  return Object.entries(names)
    .map(([code, name]) => ({ place: `${before}${code}` as Place, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Where a retailer most likely is, and what says so: the one country of the time zone (Europe/London is Britain's); else the
 * country of the currency, whose code begins with it (ISO 4217: GBP, SEK). Undefined where both leave it open, as UTC and
 * EUR do: a wrong calendar is worse than none.
 */
export function likelyPlace(settings: {
  readonly timeZone: string;
  readonly currency: string | null;
}): { readonly place: Place; readonly because: 'time zone' | 'currency' } | undefined {
  const zone = countriesByTimeZone().get(settings.timeZone) ?? [];
  if (zone.length === 1) return { place: zone[0], because: 'time zone' };
  const country = settings.currency === null ? undefined : parsePlace(settings.currency.slice(0, 2));
  if (country === undefined || (zone.length > 0 && !zone.includes(country))) return undefined;
  return { place: country, because: 'currency' };
}

let byTimeZone: Map<string, Place[]> | undefined;

/** Made once: opening two hundred calendars takes a third of a second. */
function countriesByTimeZone(): ReadonlyMap<string, readonly Place[]> {
  if (byTimeZone) return byTimeZone;
  byTimeZone = new Map();
  for (const { place } of listCountries()) {
    for (const zone of new Holidays(place).getTimezones() ?? []) {
      const countries = byTimeZone.get(zone) ?? [];
      byTimeZone.set(zone, [...countries, place]);
    }
  }
  return byTimeZone;
}
