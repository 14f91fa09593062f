import { operations } from '@shelfcast/contract';
import { readCalendar, readStatedEvents, writeCalendar } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { notFound } from '../../not-found.ts';
import { presentCalendar } from '../../present/calendar.ts';
import { route } from '../../route.ts';
import { sendDataHealth } from '../../send-data-health.ts';
import { newCalendar } from './new-calendar.ts';

export function replaceCalendar(app: App, { database, jobs }: Dependencies): void {
  app.route({
    ...route(operations.replaceCalendar),
    handler: async (request) => {
      const calendar = newCalendar(request.body);
      const { tenant } = request.principal;
      const written = await database.withTenant(tenant, async (tx) => {
        const stranger = await writeCalendar(tx, calendar);
        if (stranger !== undefined) throw notFound('location', stranger, 'GET /v1/locations');
        return presentCalendar(await readCalendar(tx), await readStatedEvents(tx));
      });
      await sendDataHealth(jobs, tenant);
      return written;
    },
  });
}
