import { randomUUID } from 'node:crypto';
import type { Import, NewUpload, Upload } from '@shelfcast/contract';
import { bodyOf, type Call, json, notFound, problem } from './answer.ts';
import { newImport, survey } from './imports.ts';
import type { Routes } from './routes.ts';
import { surveyOf } from './survey.ts';
import type { World } from './world.ts';

export interface Arriving {
  readonly upload: Upload;
  readonly pieces: Buffer[];
  made: Import | null;
}

const lengthOf = ({ pieces }: Arriving) => pieces.reduce((sum, piece) => sum + piece.length, 0);
const present = (one: Arriving): Upload => ({
  ...one.upload,
  received_bytes: lengthOf(one),
  import: one.made?.import ?? null,
});

function begin(world: World, wanted: NewUpload): Arriving {
  for (const one of world.arriving.values())
    if (!one.made && one.upload.fingerprint === wanted.fingerprint) return one;
  const now = Date.now();
  const one: Arriving = {
    pieces: [],
    made: null,
    upload: {
      upload: randomUUID(),
      way: 'tus',
      file_name: wanted.file_name,
      file_bytes: wanted.file_bytes,
      received_bytes: 0,
      part_bytes: null,
      parts_received: null,
      fingerprint: wanted.fingerprint ?? null,
      import: null,
      created_by: 'Robin Hartley',
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + 7 * 24 * 3600 * 1000).toISOString(),
    },
  };
  world.arriving.set(one.upload.upload, one);
  return one;
}

/** The import that a whole file becomes, once. */
function becomeImport(world: World, one: Arriving): Import {
  if (one.made) return one.made;
  const body = Buffer.concat(one.pieces);
  const made = newImport((world.imports[0]?.import ?? 0) + 1, one.upload.file_name, body);
  one.made = made;
  const topic = world.topic(world.importTopics, made.import);
  world.imports.unshift(made);
  world.uploads.set(made.import, { body, survey: surveyOf(made.file_name, body, {}) });
  topic.follow((state) => {
    const at = world.imports.findIndex((each) => each.import === made.import);
    if (at >= 0) world.imports[at] = state;
  });
  survey(made, topic, world.stepMs);
  return made;
}

const find = (call: Call) => call.world.arriving.get(call.text);

export const uploadRoutes: Routes = {
  'GET /v1/uploads': (call) =>
    json(call, { items: [...call.world.arriving.values()].filter((one) => !one.made).map(present) }),
  'POST /v1/uploads': async (call) => {
    const wanted = JSON.parse((await bodyOf(call)).toString()) as NewUpload;
    if (wanted.file_bytes === 0)
      return problem(
        call,
        422,
        'upload.empty_file',
        'The file is empty',
        `${wanted.file_name} has no content.`,
        'Export it again and try with that.',
      );
    json(call, present(begin(call.world, wanted)), 201);
  },
  'PATCH /v1/uploads/:': async (call) => {
    const one = find(call);
    if (!one) return notFound(call);
    one.pieces.push(await bodyOf(call));
    call.response.writeHead(204, { 'upload-offset': String(lengthOf(one)) }).end();
  },
  'POST /v1/uploads/:/complete': (call) => {
    const one = find(call);
    return one ? json(call, becomeImport(call.world, one), 202) : notFound(call);
  },
  'DELETE /v1/uploads/:': (call) => {
    call.world.arriving.delete(call.text);
    call.response.writeHead(204).end();
  },
};
