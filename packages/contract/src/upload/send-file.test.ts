import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Exchange } from './exchange.ts';
import { UploadRefused } from './exchange.ts';
import { type FileToSend, type SendState, sendFile } from './send-file.ts';

interface Trouble {
  /** Bytes that get through before a request breaks off, request by request; then all. */
  readonly breaks?: number[];
  /** Answers of this status before anything is taken. */
  readonly refusals?: number[];
}

/** An API whose line breaks where a test says so. It keeps what came, as the real one does. */
function server(way: 'tus' | 'parts', { breaks = [], refusals = [] }: Trouble = {}) {
  const bytes: Uint8Array[] = [];
  const parts = new Map<number, Uint8Array>();
  const partBytes = 400_000;
  let size = 0;
  let begun = 0;
  const length = () => bytes.reduce((sum, each) => sum + each.length, 0);
  const answer = (status: number, body: unknown = null, headers: Record<string, string> = {}) => ({
    status,
    headers: new Headers(headers),
    body: JSON.stringify(body),
  });
  const exchange: Exchange = async ({ method, url, headers, body, signal }) => {
    signal.throwIfAborted();
    const refusal = refusals.shift();
    if (refusal) return answer(refusal, { code: 'x.y', detail: 'No.', remedy: 'Do.' });
    if (url === '/v1/uploads') {
      begun += 1;
      size = JSON.parse(body as string).file_bytes;
      return answer(201, {
        upload: 'u',
        way,
        received_bytes:
          way === 'tus' ? length() : [...parts.values()].reduce((sum, each) => sum + each.length, 0),
        part_bytes: way === 'tus' ? null : partBytes,
        parts_received: way === 'tus' ? null : [...parts.keys()],
      });
    }
    if (url.endsWith('/parts')) {
      const items = (JSON.parse(body as string).parts as number[]).map((part) => ({
        part,
        bytes: Math.min(partBytes, size - (part - 1) * partBytes),
        url: `bucket:${part}`,
      }));
      return answer(200, { items });
    }
    if (url.endsWith('/complete')) return answer(202, { import: 7 });
    const piece = new Uint8Array(await (body as Blob).arrayBuffer());
    const most = breaks.shift();
    if (method === 'PUT') {
      if (most !== undefined) throw new TypeError('network');
      parts.set(Number(url.split(':')[1]), piece);
      return answer(200);
    }
    assert.equal(Number(headers['upload-offset']), length());
    bytes.push(piece.subarray(0, most));
    if (most !== undefined) throw new TypeError('network');
    return answer(204, null, { 'upload-offset': String(length()) });
  };
  const whole = () =>
    Buffer.concat(way === 'tus' ? bytes : [...parts].sort(([a], [b]) => a - b).map(([, each]) => each));
  return { exchange, whole, begun: () => begun };
}

function fileOf(content: Uint8Array<ArrayBuffer>): FileToSend {
  const blob = new Blob([content]);
  return { name: 'a.csv', size: blob.size, lastModified: 1, slice: (from, to) => blob.slice(from, to) };
}

/** Hopes at once, so that no test waits. */
const hopeful = (tryNow: () => void) => {
  const soon = setImmediate(tryNow);
  return () => clearImmediate(soon);
};

async function send(content: Uint8Array<ArrayBuffer>, to: ReturnType<typeof server>) {
  const states: SendState[] = [];
  const made = await sendFile(
    fileOf(content),
    {},
    {
      baseUrl: '',
      exchange: to.exchange,
      signal: new AbortController().signal,
      onHope: hopeful,
      onState: (state) => states.push(state),
    },
  );
  return { made, states };
}

for (const way of ['tus', 'parts'] as const) {
  test(`${way}: every byte arrives once, and the import is returned`, async () => {
    const content = new Uint8Array(randomBytes(3_000_000));
    const api = server(way);
    const { made, states } = await send(content, api);
    assert.equal(made.import, 7);
    assert.deepEqual(api.whole(), Buffer.from(content));
    assert.equal(states.at(-1)?.sent, content.length);
    assert.ok(states.every((state, i) => i === 0 || state.sent >= states[i - 1].sent));
  });

  test(`${way}: a line that breaks again and again only makes it wait, and says so`, async () => {
    const content = new Uint8Array(randomBytes(3_000_000));
    const api = server(way, { breaks: [10, 0, 700_000, 1] });
    const { states } = await send(content, api);
    assert.deepEqual(api.whole(), Buffer.from(content));
    assert.ok(states.some(({ kind }) => kind === 'waiting'));
    assert.ok(api.begun() > 1);
  });
}

test('what passes (a restart, a busy server) is waited for; what does not is thrown with its problem', async () => {
  const content = new Uint8Array(5);
  await send(content, server('tus', { refusals: [503, 502, 423, 429, 500] }));
  for (const status of [400, 401, 413, 507]) {
    await assert.rejects(
      send(content, server('tus', { refusals: [status] })),
      (error) => error instanceof UploadRefused && error.status === status && error.problem?.code === 'x.y',
    );
  }
});

test('told to stop, it stops with the reason, also while it waits', async () => {
  const stop = new AbortController();
  const sending = sendFile(
    fileOf(new Uint8Array(5)),
    {},
    {
      baseUrl: '',
      exchange: async () => {
        throw new TypeError('network');
      },
      signal: stop.signal,
      onState: ({ kind }) => kind === 'waiting' && stop.abort(new Error('enough')),
    },
  );
  await assert.rejects(sending, /enough/);
});

test('patience ends where nothing moves', async () => {
  const sending = sendFile(
    fileOf(new Uint8Array(5)),
    {},
    {
      baseUrl: '',
      exchange: async () => {
        throw new TypeError('network');
      },
      signal: new AbortController().signal,
      patienceMilliseconds: 0,
      onHope: hopeful,
    },
  );
  await assert.rejects(sending, /cannot be reached/);
});
