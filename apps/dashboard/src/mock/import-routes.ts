import type { Import } from '@shelfcast/contract';
import { bodyOf, type Call, json, notFound, problem } from './answer.ts';
import { streamEvents } from './events.ts';
import { startImport } from './imports.ts';
import type { Routes } from './routes.ts';

const isOver = (one: Import) => one.state !== 'queued' && one.state !== 'loading';
const find = (call: Call) => call.world.imports.find((one) => one.import === call.id);
/** Headers the stand-in recognises; any other file needs a mapping, as with the real one. */
const recognised = /date/i;

export const importRoutes: Routes = {
  'GET /v1/imports': (call) => json(call, { items: call.world.imports, next: null }),
  'POST /v1/imports': async (call) => {
    const { world, query } = call;
    const body = await bodyOf(call);
    const name = query.get('file_name') ?? 'sales.csv';
    const head = body.subarray(0, 2000).toString().split('\n')[0] ?? '';
    if (body.length === 0)
      return problem(
        call,
        422,
        'upload.empty_file',
        'The file is empty',
        `${name} has no content.`,
        'Export it again and try with that.',
      );
    const id = (world.imports[0]?.import ?? 0) + 1;
    const topic = world.topic(world.importTopics, id);
    const unknown = !query.has('mapping') && !recognised.test(head);
    const one = startImport(id, name, body, topic, world.stepMs, unknown ? head : null);
    world.imports.unshift(one);
    topic.follow((state) => {
      const at = world.imports.findIndex((each) => each.import === id);
      if (at >= 0) world.imports[at] = state;
    });
    json(call, one, 202);
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
      'row,field,value,cause,remedy\r\n17,date,31/02/2026,invalid_date,Write a day that exists.\r\n',
    );
  },
  'POST /v1/imports/:/undo': (call) => {
    const at = call.world.imports.findIndex((one) => one.import === call.id);
    if (at < 0) return notFound(call);
    call.world.imports[at] = { ...call.world.imports[at]!, state: 'undone' };
    json(call, call.world.imports[at]);
  },
};
