import { operations } from '@shelfcast/contract';
import { TOTAL_KEY } from '@shelfcast/domain';
import { countLedger, listImports } from '@shelfcast/ledger';
import { attentionList, finalStates, getRun, listRuns, topLocations } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { importEnded } from '../../present/import.ts';
import { presentAccuracy, presentRun } from '../../present/run.ts';
import { presentSummary } from '../../present/series.ts';
import { route } from '../../route.ts';
import { sendJson } from '../../send-json.ts';

/** As many small charts as a page can show. */
const SHOWN_LOCATIONS = 24;
const SHOWN_SERIES = 5;

export function readOverview(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.readOverview),
    handler: async ({ principal: { tenant } }, reply) => {
      const current = await serving.current(tenant);
      const known = await database.withTenant(
        tenant,
        async (tx) => ({
          run: current === undefined ? undefined : await getRun(tx, current),
          counts: await countLedger(tx),
          imports: await listImports(tx, { limit: 10 }),
          runs: await listRuns(tx, { limit: 10 }),
          attention: current === undefined ? [] : await attentionList(tx, current, { each: SHOWN_SERIES }),
          locations: current === undefined ? [] : await topLocations(tx, current, SHOWN_LOCATIONS),
        }),
        { readOnly: true },
      );
      const { run, imports, runs, attention, locations } = known;
      const { last_sold_on, ...counts } = known.counts;
      const total =
        current === undefined ? undefined : await serving.get(tenant, current, 'total', TOTAL_KEY);
      const bodies =
        current === undefined ? undefined : await serving.getMany(tenant, current, 'location', locations);
      const rest = {
        run: run ? presentRun(run, current) : null,
        accuracy: run?.accuracy ? presentAccuracy(run.accuracy) : null,
        attention: attention.map(({ kind, count, series }) => ({
          kind,
          count,
          series: series.map((summary) => presentSummary(summary, current!)),
        })),
        counts,
        data: {
          last_sold_on,
          last_import: imports[0]?.import_id ?? null,
          active_run: runs.find(({ state }) => !finalStates.includes(state))?.run ?? null,
          active_import: imports.find((row) => !importEnded(row))?.import_id ?? null,
        },
      };
      // Forecasts go in as they are stored.
      const items = locations.flatMap((location) => bodies?.get(location) ?? []);
      return sendJson(
        reply,
        `{"total":${total ?? null},"locations":[${items.join(',')}],${JSON.stringify(rest).slice(1)}`,
      );
    },
  });
}
