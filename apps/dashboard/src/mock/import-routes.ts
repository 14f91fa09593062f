import type { Import, Mapping } from '@shelfcast/contract';
import { bodyOf, type Call, json, notFound, problem } from './answer.ts';
import { streamEvents } from './events.ts';
import { load, survey } from './imports.ts';
import type { Routes } from './routes.ts';
import { surveyOf } from './survey.ts';

const isOver = (one: Import) => !['queued', 'surveying', 'loading'].includes(one.state);
const find = (call: Call) => call.world.imports.find((one) => one.import === call.id);

/** Lets a surveyed import go on, or says that it does not wait. */
function decide(call: Call, how: (one: Import) => Import, status: number) {
  const at = call.world.imports.findIndex((one) => one.import === call.id);
  if (at < 0) return notFound(call);
  const one = call.world.imports[at]!;
  if (one.state !== 'surveyed')
    return problem(
      call,
      409,
      'ledger.not_waiting',
      'The import does not wait for a decision',
      `Import ${call.id} is ${one.state}.`,
      'Look at its state, or upload the file again.',
    );
  const decided = how(one);
  // Whoever follows it is told, and whoever asks is not told the state before.
  call.world.topic(call.world.importTopics, one.import).publish(decided);
  json(call, decided, status);
}

export const importRoutes: Routes = {
  'GET /v1/imports': (call) => json(call, { items: call.world.imports, next: null }),
  'GET /v1/imports/:/survey': (call) => {
    const upload = call.world.uploads.get(call.id);
    return upload ? json(call, upload.survey) : notFound(call);
  },
  'POST /v1/imports/:/confirm': (call) =>
    decide(
      call,
      (one) => {
        const { world } = call;
        load(
          one,
          world.uploads.get(one.import)!.survey,
          world.topic(world.importTopics, one.import),
          world.stepMs,
        );
        return { ...one, state: 'queued' };
      },
      202,
    ),
  'POST /v1/imports/:/discard': (call) => decide(call, (one) => ({ ...one, state: 'discarded' }), 200),
  'PUT /v1/imports/:/mapping': async (call) => {
    const mapping = JSON.parse((await bodyOf(call)).toString()) as Mapping;
    const { world } = call;
    decide(
      call,
      (one) => {
        const { body } = world.uploads.get(one.import)!;
        world.uploads.set(one.import, { body, survey: surveyOf(one.file_name, body, mapping) });
        survey(one, world.topic(world.importTopics, one.import), world.stepMs);
        return { ...one, state: 'queued' };
      },
      202,
    );
  },
  'GET /v1/imports/:': (call) => {
    const one = find(call);
    return one ? json(call, one) : notFound(call);
  },
  'GET /v1/imports/:/events': (call) => {
    const one = find(call);
    if (!one) return notFound(call);
    const topic = call.world.topic(call.world.importTopics, call.id);
    if (topic.last === null) topic.publish(one);
    streamEvents(call, topic, 'import', isOver);
  },
  'GET /v1/imports/:/rejects': (call) => {
    call.response.writeHead(200, {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="rejects.csv"',
    });
    call.response.end(
      '\ufeffdate,item,units,shelfcast_import,shelfcast_row,shelfcast_field,shelfcast_problem,shelfcast_remedy,shelfcast_date_check\r\n31/02/2026,mug,4,5,17,date,The date is no date: “31/02/2026”,Write a day that exists.,2001-02-03\r\n',
    );
  },
  'POST /v1/imports/:/undo': (call) => {
    const at = call.world.imports.findIndex((one) => one.import === call.id);
    if (at < 0) return notFound(call);
    call.world.imports[at] = { ...call.world.imports[at]!, state: 'undone' };
    json(call, call.world.imports[at]);
  },
};
