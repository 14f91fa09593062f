import { operations } from '@shelfcast/contract';
import { accuracyByPart, getRun, listRuns, type PartAccuracy } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentAccuracy, presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

const SHOWN_LOCATIONS = 100;
/** Runs that are looked through for the last twenty published ones. */
const RECENT_RUNS = 100;
const SHOWN_RUNS = 20;

export function readAccuracy(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.readAccuracy),
    handler: async ({ principal: { tenant } }) => {
      const current = await serving.current(tenant);
      if (current === undefined) return { run: null, overall: null, by_model: [], by_location: [], runs: [] };
      return database.withTenant(
        tenant,
        async (tx) => {
          const run = await getRun(tx, current);
          const parts = await accuracyByPart(tx, current, { locations: SHOWN_LOCATIONS });
          const recent = await listRuns(tx, { limit: RECENT_RUNS });
          const published = recent.filter(({ state }) => state === 'published').slice(0, SHOWN_RUNS);
          return {
            run: run ? presentRun(run, current) : null,
            overall: run?.accuracy ? presentAccuracy(run.accuracy) : null,
            by_model: parts.models.map(({ model, ...part }) => ({ model, ...medians(part) })),
            by_location: parts.locations.map(({ location, ...part }) => ({ location, ...medians(part) })),
            runs: published.reverse().map(({ run: number, originOn, accuracy }) => ({
              run: number,
              origin: originOn,
              wape: accuracy?.wape ?? null,
              naive_wape: accuracy?.naiveWape ?? null,
              bias: accuracy?.bias ?? null,
              coverage80: accuracy?.coverage['0.8'] ?? null,
            })),
          };
        },
        { readOnly: true },
      );
    },
  });
}

function medians({ series, naiveWon, medianWape, medianNaiveWape, medianBias }: PartAccuracy) {
  return {
    series,
    naive_won: naiveWon,
    median_wape: medianWape,
    median_naive_wape: medianNaiveWape,
    median_bias: medianBias,
  };
}
