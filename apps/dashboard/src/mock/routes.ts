import { accuracyOf, accuracyPage } from './accuracy.ts';
import { type Call, json, notFound } from './answer.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { locationForecast, seriesAt, seriesForecast, seriesHistory, totalForecast } from './catalogue.ts';
import { dataHealthOf } from './data-health.ts';
import { ORIGIN } from './demand.ts';
import { detailsOf } from './details.ts';
import { importRoutes } from './import-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { pastForecastsOf } from './past.ts';
import { runRoutes } from './run-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { locations } from './shop.ts';
import { uploadRoutes } from './upload-routes.ts';

export type Route = (call: Call) => void | Promise<void>;
export type Routes = Record<string, Route>;

const known = (call: Call, answer: () => unknown) =>
  call.id >= 1 && call.id <= call.world.series.count ? json(call, answer()) : notFound(call);

/** "GET /v1/series/:" → its answer. A colon stands for one part of the path. */
export const routes: Routes = {
  ...sessionRoutes,
  ...keyRoutes,
  ...runRoutes,
  ...importRoutes,
  ...uploadRoutes,
  ...calendarRoutes,
  'GET /v1/data-health': (call) => json(call, dataHealthOf(call.world)),
  'GET /v1/overview': (call) => json(call, overview(call)),
  'GET /v1/accuracy': (call) => {
    const run = call.world.runs.find((one) => one.current);
    json(
      call,
      run
        ? accuracyPage(call.world.series.all, run)
        : { run: null, overall: null, by_model: [], by_location: [], runs: [] },
    );
  },
  'GET /v1/series': (call) => json(call, call.world.series.page(call.query)),
  'GET /v1/series/facets': (call) => json(call, call.world.series.facets()),
  'GET /v1/series/:': (call) => known(call, () => seriesAt(call.id)),
  'GET /v1/series/:/details': (call) => known(call, () => detailsOf(call.id)),
  'GET /v1/series/:/history': (call) => known(call, () => seriesHistory(call.id)),
  'GET /v1/forecasts/:': (call) => known(call, () => seriesForecast(call.id)),
  'GET /v1/forecasts/:/past': (call) => known(call, () => pastForecastsOf(call.id)),
};

function overview({ world }: Call) {
  const { all, count } = world.series;
  const active = world.runs.find((run) => !['published', 'failed', 'cancelled'].includes(run.state));
  const loading = world.imports.find((one) => one.state === 'queued' || one.state === 'loading');
  const run = world.runs.find((one) => one.current) ?? null;
  const kinds = ['rising', 'falling', 'inaccurate', 'stand-in', 'short-history'] as const;
  return {
    run,
    total: run ? totalForecast(count) : null,
    locations: run
      ? locations
          .map((place) => locationForecast(place.code, count / locations.length))
          .sort((a, b) => b.total.mean - a.total.mean)
      : [],
    accuracy: run ? accuracyOf(all) : null,
    attention: kinds
      .map((kind) => {
        const found = all
          .filter((one) => one.attention.includes(kind))
          .sort((a, b) => (b.total_mean ?? 0) - (a.total_mean ?? 0));
        return { kind, count: found.length, series: found.slice(0, 5) };
      })
      .filter((group) => group.count > 0),
    counts: {
      products: Math.ceil(count / locations.length),
      locations: count ? locations.length : 0,
      series: count,
    },
    data: {
      last_sold_on: count ? ORIGIN : null,
      last_import: world.imports[0]?.import ?? null,
      active_run: active?.run ?? null,
      active_import: loading?.import ?? null,
    },
  };
}
