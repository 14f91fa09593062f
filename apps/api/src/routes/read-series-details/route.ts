import { operations } from '@shelfcast/contract';
import { formatDay } from '@shelfcast/domain';
import { readSeriesDetails as detailsOf } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

export function readSeriesDetails(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readSeriesDetails),
    handler: async ({ principal: { tenant }, params }) => {
      const details = await database.withTenant(tenant, (tx) => detailsOf(tx, params.series), {
        readOnly: true,
      });
      const { series, attributes, locationAttributes, stock, ahead } = details;
      return {
        series: series.series_id,
        product: { code: series.product_code, name: series.product_name, attributes: { ...attributes } },
        location: {
          location: series.location_id,
          code: series.location_code,
          name: series.location_name,
          attributes: { ...locationAttributes },
        },
        stock: stock.map(({ location_id, code, name, day, on_hand, is_out }) => ({
          location: { location: location_id, code, name },
          day: formatDay(day),
          on_hand,
          out: is_out,
        })),
        ahead: ahead.map(({ from, to, drivers }) => ({
          from: formatDay(from),
          to: formatDay(to),
          drivers: { ...drivers },
        })),
      };
    },
  });
}
