import { listCountries, listRegions, type Place, parsePlace } from '@shelfcast/domain/calendar';

/** Languages that location lists name countries in. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'];

interface Where {
  /** A code of the calendars, where the file has one. */
  readonly place: string;
  readonly country: string;
  readonly region: string;
}

/**
 * Finds whose holidays a location keeps: by a code (`DE-BY`), or by its country and region, as codes or by name. Null where
 * no calendar has it. Remembers what it found: a chain has a thousand stores in a handful of places.
 */
export function placeReader(): (where: Where) => Place | null {
  const found = new Map<string, Place | null>();
  return (where) => {
    const key = JSON.stringify(where);
    const known = found.get(key);
    const place = known === undefined ? find(where) : known;
    found.set(key, place);
    return place;
  };
}

function find({ place, country, region }: Where): Place | null {
  const stated = place === '' ? undefined : parsePlace(place);
  if (stated) return stated;
  const land = country === '' ? undefined : (parsePlace(country) ?? countryNamed(country));
  if (land === undefined) return region.includes('-') ? (parsePlace(region) ?? null) : null;
  if (region === '') return land;
  const byCode = parsePlace(region.includes('-') ? region : `${land}-${region}`);
  if (byCode) return byCode;
  const plainRegion = plain(region);
  return listRegions(land).find(({ name }) => plain(name) === plainRegion)?.place ?? land;
}

let byName: Map<string, Place> | undefined;

function countryNamed(text: string): Place | undefined {
  if (byName === undefined) {
    byName = new Map();
    const languages = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
    for (const { place, name } of listCountries())
      for (const one of [name, ...languages.map((names) => names.of(place) ?? name)])
        byName.set(plain(one), place);
    for (const [name, code] of [
      ['uk', 'GB'],
      ['england', 'GB'],
      ['usa', 'US'],
      ['holland', 'NL'],
    ] as const)
      byName.set(name, parsePlace(code)!);
  }
  return byName.get(plain(text));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '');
