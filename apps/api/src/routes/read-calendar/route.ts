import { operations } from '@shelfcast/contract';
import { readCalendar as read, readStatedEvents } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentCalendar } from '../../present/calendar.ts';
import { route } from '../../route.ts';

export function readCalendar(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readCalendar),
    handler: async (request) =>
      database.withTenant(
        request.principal.tenant,
        async (tx) => presentCalendar(await read(tx), await readStatedEvents(tx)),
        { readOnly: true },
      ),
  });
}
