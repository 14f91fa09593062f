import type { Place } from '@shelfcast/domain/calendar';
import { UsageError } from '../arguments/usage-error.ts';

/** The place that `--holidays` means. The calendars are loaded only where they are asked for. */
export async function placeNamed(text: string | undefined): Promise<Place | undefined> {
  if (text === undefined) return undefined;
  const { listCountries, listRegions, parsePlace } = await import('@shelfcast/domain/calendar');
  const found = parsePlace(text);
  if (found !== undefined) return found;
  const country = parsePlace(text.split('-')[0]);
  const regions = country === undefined ? [] : listRegions(country);
  const named = listCountries().find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  throw new UsageError(
    `--holidays ${text}: there is no calendar for it.`,
    named !== undefined
      ? `Write --holidays ${named.place}.`
      : regions.length > 0
        ? `${country} has ${regions.map((region) => region.place).join(', ')}.`
        : 'Give a country by its two letters (ISO 3166), such as GB, or a part of one, such as DE-BY.',
  );
}
