import type { Calendar, Location, NewCalendar } from '@shelfcast/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export type CalendarEvent = Calendar['events'][number];

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/calendar', { signal })),
});

/** Countries, or the parts of one; they change with a release, not before. */
export const placesQuery = (within?: string) =>
  queryOptions({
    queryKey: ['places', within ?? null],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/places', { params: { query: within === undefined ? {} : { within } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** More than a person chooses from a list; a chain that is larger says it by file. */
const MOST_LOCATIONS = 1000;

/** All locations, by code. */
export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: async ({ signal }) => {
    const all: Location[] = [];
    let cursor: string | null = '';
    while (cursor !== null && all.length < MOST_LOCATIONS) {
      const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor ? { cursor } : {}) };
      const page: { items: Location[]; next: string | null } = await unwrap(
        api.GET('/v1/locations', { params: { query }, signal }),
      );
      all.push(...page.items);
      cursor = page.next;
    }
    return all;
  },
});

/** What a calendar is written as: the country that was told by something else stays told by it. */
export const asWritten = ({ place, place_from, locations, events }: Calendar): NewCalendar => ({
  place: place_from === 'settings' ? place : null,
  locations,
  events,
});

export function useReplaceCalendar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCalendar) => unwrap(api.PUT('/v1/calendar', { body })),
    onSuccess: (calendar) => {
      queries.setQueryData(calendarQuery.queryKey, calendar);
      return queries.invalidateQueries({ queryKey: ['data-health'] });
    },
  });
}
