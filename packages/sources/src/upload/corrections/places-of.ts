import { unguardText } from '@shelfcast/domain';

/** For each of `wanted` the place of the column of that name, the second of a name for the second; -1 where there is none. */
export function placesOf(wanted: readonly string[], there: readonly string[]): number[] {
  const used = new Set<number>();
  return wanted.map((name) => {
    const place = there.findIndex((other, at) => !used.has(at) && unguardText(other) === name);
    if (place >= 0) used.add(place);
    return place;
  });
}
