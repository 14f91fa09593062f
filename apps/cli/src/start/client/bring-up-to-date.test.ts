import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ShelfcastError } from '@shelfcast/domain';
import { openSalesFile, type SalesFile } from '../machine/own-file.ts';
import { openApi } from './api.ts';
import { bringUpToDate, type Wanted } from './bring-up-to-date.ts';

type Row = Record<string, unknown> & { state: string };

/** A platform that remembers imports and runs; each ends when it has been asked for twice. */
async function platform(t: TestContext, start: { imports?: Row[]; runs?: Row[]; ends?: string } = {}) {
  const imports = start.imports ?? [];
  const runs = start.runs ?? [];
  const asked: string[] = [];
  let clock = Date.parse('2026-01-02T00:00:00Z');
  const tick = (): string => {
    clock += 1000;
    return new Date(clock).toISOString();
  };
  const step = (row: Row, states: string[]): Row => {
    const next = states[states.indexOf(row.state) + 1];
    if (next) Object.assign(row, { state: next, finished_at: next === states.at(-1) ? tick() : null });
    return { ...row };
  };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const [path, query] = request.url!.split('?');
    const id = Number(path.split('/')[3]);
    if (request.method === 'POST') asked.push(`${path} ${query ?? ''}`.trim());
    const answer = (): unknown => {
      if (path === '/v1/imports' && request.method === 'POST') {
        imports.unshift({
          import: imports.length + 1,
          state: 'queued',
          content_sha256: body.toString('hex'),
          created_at: tick(),
          finished_at: null,
          file_bytes: body.length,
          bytes_read: 0,
        });
        return imports[0];
      }
      if (path === '/v1/runs' && request.method === 'POST') {
        runs.unshift({ run: runs.length + 1, state: 'queued', created_at: tick(), series_done: 0 });
        return runs[0];
      }
      if (path === '/v1/imports') return { items: imports, next: null };
      if (path === '/v1/runs') return { items: runs, next: null };
      const held = (path.startsWith('/v1/imports') ? imports : runs).find(
        (row) => (row.import ?? row.run) === id,
      )!;
      if (path.endsWith('/undo')) return Object.assign(held, { state: 'undone' });
      return step(
        held,
        path.startsWith('/v1/imports')
          ? ['queued', 'loading', start.ends ?? 'committed']
          : ['queued', 'forecasting', 'published'],
      );
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const api = openApi(`http://127.0.0.1:${port}`, 'key', new AbortController().signal);
  return { imports, runs, asked, run: (wanted: Wanted) => bringUpToDate(api, wanted, silent) };
}

const silent = { uploading() {}, importing() {}, forecasting() {} };

/** Two small files; the stand-in platform knows a file by its bytes in hex, so the files here do too. */
async function files(t: TestContext): Promise<{ sample: SalesFile; own: SalesFile }> {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-client-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const make = async (name: string): Promise<SalesFile> => {
    writeFileSync(join(folder, name), name);
    return { ...(await openSalesFile(join(folder, name))), sha256: Buffer.from(name).toString('hex') };
  };
  return { sample: await make('sample.csv'), own: await make('own.csv') };
}

const committed = (file: SalesFile, number = 1): Row => ({
  import: number,
  state: 'committed',
  content_sha256: file.sha256,
  finished_at: '2026-01-01T00:00:10Z',
});
const published = { run: 1, state: 'published', created_at: '2026-01-01T00:00:11Z' };

test('the first start imports the sample and forecasts it', async (t) => {
  const { sample } = await files(t);
  const { asked, run } = await platform(t);
  assert.equal((await run({ sample }))?.state, 'published');
  assert.deepEqual(asked, ['/v1/imports file_name=sample.csv', '/v1/runs']);
});

test('a second start uploads nothing and forecasts nothing', async (t) => {
  const { sample, own } = await files(t);
  const { asked, run } = await platform(t, { imports: [committed(sample)], runs: [{ ...published }] });
  await run({ sample });
  assert.deepEqual(asked, []);
  const again = await platform(t, { imports: [committed(own)], runs: [{ ...published }] });
  await again.run({ sample, own: { file: own } });
  assert.deepEqual(again.asked, []);
});

test('an import and a run that were cut off are followed to their end, not begun again', async (t) => {
  const { sample } = await files(t);
  const cutOff = await platform(t, {
    imports: [{ ...committed(sample), state: 'loading', finished_at: null }],
  });
  await cutOff.run({ sample });
  assert.deepEqual(cutOff.asked, ['/v1/runs']);
  const running = await platform(t, {
    imports: [committed(sample)],
    runs: [{ ...published, state: 'forecasting' }],
  });
  assert.equal((await running.run({ sample }))?.state, 'published');
  assert.deepEqual(running.asked, []);
});

test("the user's own file takes the sample's place, and is forecast", async (t) => {
  const { sample, own } = await files(t);
  const { asked, imports, run } = await platform(t, {
    imports: [committed(sample)],
    runs: [{ ...published }],
  });
  const columns = { product: ['item'], date: 'day', value: 'qty' };
  await run({ sample, own: { file: own, columns } });
  assert.equal(
    asked[0],
    `/v1/imports ${new URLSearchParams({ file_name: 'own.csv', mapping: JSON.stringify(columns) })}`,
  );
  assert.deepEqual(asked.slice(1), ['/v1/imports/1/undo', '/v1/runs']);
  assert.deepEqual(
    imports.map(({ state }) => state),
    ['committed', 'undone'],
  );
});

test('a start that follows the own file keeps showing it, without the sample', async (t) => {
  const { sample, own } = await files(t);
  const { asked, run } = await platform(t, { imports: [committed(own)], runs: [{ ...published }] });
  await run({ sample });
  assert.deepEqual(asked, []);
});

test('an import that failed is told by its own cause', async (t) => {
  const { sample } = await files(t);
  const { run } = await platform(t, { ends: 'failed' });
  await assert.rejects(
    run({ sample }),
    (error) => error instanceof ShelfcastError && error.kind.code === 'import.failed',
  );
});
