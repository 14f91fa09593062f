import { useQuery } from '@tanstack/react-query';
import { placesQuery } from '../../api/calendar.ts';

/** The name of a place by its code, `DE-BY` → "Germany, Bayern"; the code until the names are there. */
export function usePlaceName(place: string | null): string | null {
  const [country = '', state, region] = place?.split('-') ?? [];
  const countries = useQuery({ ...placesQuery(), enabled: place !== null });
  const states = useQuery({ ...placesQuery(country), enabled: state !== undefined });
  const regions = useQuery({ ...placesQuery(`${country}-${state}`), enabled: region !== undefined });
  if (place === null) return null;
  const nameOf = (list: typeof countries, code: string) =>
    list.data?.items.find((one) => one.place === code)?.name ?? code;
  return [
    nameOf(countries, country),
    state && nameOf(states, `${country}-${state}`),
    region && nameOf(regions, place),
  ]
    .filter(Boolean)
    .join(', ');
}
