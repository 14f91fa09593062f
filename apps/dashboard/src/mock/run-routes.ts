import type { NewRun, Run } from '@shelfcast/contract';
import { accuracyOf } from './accuracy.ts';
import { bodyOf, type Call, json, notFound, problem } from './answer.ts';
import { seriesForecast } from './catalogue.ts';
import { streamEvents } from './events.ts';
import type { Routes } from './routes.ts';
import { startRun } from './runs.ts';

const isOver = (run: Run) => run.state === 'published' || run.state === 'failed' || run.state === 'cancelled';
const find = (call: Call) => call.world.runs.find((run) => run.run === call.id);

export const runRoutes: Routes = {
  'GET /v1/runs': (call) => json(call, { items: call.world.runs, next: null }),
  'POST /v1/runs': async (call) => {
    const { world } = call;
    if (world.role === 'viewer')
      return problem(call, 403, 'auth.not_allowed', 'Not allowed', 'A viewer reads only.', 'Ask an owner.');
    const wish = JSON.parse((await bodyOf(call)).toString()) as NewRun;
    const number = (world.runs[0]?.run ?? 0) + 1;
    const topic = world.topic(world.runTopics, number);
    const keep = (run: Run) => {
      const at = world.runs.findIndex((one) => one.run === run.run);
      if (at >= 0) world.runs[at] = run;
    };
    const run = startRun(number, wish, world.series.count, topic, world.stepMs, (ended) => {
      for (const [at, one] of world.runs.entries()) world.runs[at] = { ...one, current: false };
      topic.publish({ ...ended, accuracy: accuracyOf(world.series.all) });
    });
    world.runs.unshift(run);
    topic.follow(keep);
    json(call, run, 202);
  },
  'POST /v1/runs/:/cancel': (call) => {
    const run = find(call);
    if (!run) return notFound(call);
    const stopped: Run = { ...run, state: 'cancelled', finished_at: new Date().toISOString() };
    call.world.topic(call.world.runTopics, call.id).publish(stopped);
    json(call, stopped);
  },
  'GET /v1/runs/:': (call) => {
    const run = find(call);
    return run ? json(call, run) : notFound(call);
  },
  'GET /v1/runs/:/events': (call) => {
    const run = find(call);
    if (!run) return notFound(call);
    const topic = call.world.topic(call.world.runTopics, call.id);
    if (topic.last === null) topic.publish(run);
    streamEvents(call, topic, 'run', isOver);
  },
  'GET /v1/runs/:/failures': (call) => {
    const items = call.world.series.all
      .filter((one) => one.attention.includes('stand-in'))
      .slice(0, 12)
      .map((one) => ({
        series: one.series,
        product: one.product,
        location: one.location,
        model: one.model ?? '',
        failures: seriesForecast(one.series).failures,
      }));
    json(call, { items, next: null });
  },
};
