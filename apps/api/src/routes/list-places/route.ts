import { operations } from '@shelfcast/contract';
import { listCountries, listRegions, parsePlace } from '@shelfcast/domain/calendar';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

export function listPlaces(app: App, _dependencies: Dependencies): void {
  app.route({
    ...route(operations.listPlaces),
    handler: async ({ query: { within } }) => {
      if (within === undefined) return { items: listCountries() };
      const place = parsePlace(within);
      return { items: place === undefined ? [] : listRegions(place) };
    },
  });
}
