import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { binary, openDesk, type Ran } from '../testing/shelfcast.ts';
import { localFile } from './local-file.ts';

const desk = openDesk();
after(desk.clear);

interface Behaviour {
  /** Requests with bytes whose connection is cut before an answer. */
  readonly cuts?: number;
  /** How each import ends. */
  readonly ends?: Record<string, unknown>;
  readonly key?: string;
}

/** A platform that takes uploads as ours does; its bytes are what a test looks at. */
async function platform(t: TestContext, { cuts = 0, ends = {}, key = 'good' }: Behaviour = {}) {
  const uploads = new Map<string, { wanted: Record<string, unknown>; bytes: Buffer }>();
  let left = cuts;
  let hangs = false;
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${key}`)
      return answer(401, {
        code: 'auth.invalid_key',
        title: 'The API key is not valid',
        detail: 'No.',
        remedy: 'Make one.',
      });
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const [, , what, id, then] = request.url!.split('/');
    if (what === 'uploads' && !id && request.method === 'GET') return answer(200, { items: [] });
    if (what === 'uploads' && !id) {
      const wanted = JSON.parse(body.toString()) as Record<string, unknown>;
      const name = wanted.fingerprint as string;
      const known = uploads.get(name) ?? { wanted, bytes: Buffer.alloc(0) };
      uploads.set(name, known);
      return answer(201, {
        upload: encodeURIComponent(encodeURIComponent(name)),
        way: 'tus',
        received_bytes: known.bytes.length,
        part_bytes: null,
        parts_received: null,
      });
    }
    if (what === 'uploads') {
      const upload = uploads.get(decodeURIComponent(decodeURIComponent(id)))!;
      if (then === 'complete') return answer(202, { import: 7 });
      assert.equal(Number(request.headers['upload-offset']), upload.bytes.length);
      upload.bytes = Buffer.concat([upload.bytes, body]);
      if (hangs) return;
      if (left-- > 0) return request.socket.destroy();
      return response.writeHead(204, { 'upload-offset': String(upload.bytes.length) }).end();
    }
    answer(200, {
      import: 7,
      file_name: 'sales.csv',
      state: 'committed',
      file_bytes: 1,
      bytes_read: 1,
      rows_in: 10,
      rows_loaded: 7,
      rows_skipped: 1,
      rows_rejected: 2,
      rows_superseded: 0,
      skipped_by_cause: { 'upload.blank_row': 1 },
      rejected_by_cause: { 'upload.invalid_date': 2 },
      first_sold_on: '2026-03-01',
      last_sold_on: '2026-03-31',
      same_as: null,
      run: null,
      failure: null,
      ...ends,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sent: (): Buffer[] => [...uploads.values()].map(({ bytes }) => bytes),
    wanted: () => [...uploads.values()].map(({ wanted }) => wanted),
    hang: (on: boolean) => {
      hangs = on;
    },
    run: (...args: string[]) => desk.run('import', '--url', url, '--key', 'good', ...args),
  };
}

test('a file arrives byte for byte, and every row is accounted for with its cause and what comes next', async (t) => {
  const at = await platform(t);
  const content = randomBytes(3_000_000);
  const { code, stdout, stderr } = await at.run(desk.write('sales.csv', content), '--forecast');
  assert.equal(code, 0, stderr);
  assert.deepEqual(at.sent(), [content]);
  assert.equal(at.wanted()[0].forecast, true);
  assert.match(stdout, /Imported 7 rows of sales\.csv, sales from 2026-03-01 to 2026-03-31\./);
  for (const line of [/rows in the file +10/, /loaded +7/, /blank row +1/, /rejected +2/, /invalid date +2/])
    assert.match(stdout, line);
  assert.match(stdout, new RegExp(`${at.url}/v1/imports/7/rejects`));
  assert.match(stderr, /Sent sales\.csv, 3\.0 MB/);
});

test('a line that is cut only makes it wait', async (t) => {
  const at = await platform(t, { cuts: 2 });
  const content = randomBytes(2_500_000);
  const { code, stderr } = await at.run(desk.write('cut.csv', content));
  assert.equal(code, 0, stderr);
  assert.match(stderr, /Trying again in 1\.0 s; what has arrived stays/);
  assert.deepEqual(at.sent(), [content]);
});

test('stopped by Ctrl-C it is code 130 and says how to go on; the same command goes on where it was', async (t) => {
  const at = await platform(t);
  const content = randomBytes(2_500_000);
  const name = desk.write('stopped.csv', content);
  at.hang(true);
  const stopped = await interrupted(
    ['import', '--url', at.url, '--key', 'good', name],
    () => at.sent()[0]?.length > 0,
  );
  assert.equal(stopped.code, 130);
  assert.match(stopped.stderr, /the same command goes on from there/);
  at.hang(false);
  const { code, stderr } = await at.run(name);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /Going on with stopped\.csv at 1\.0 MB of 2\.5 MB/);
  assert.deepEqual(at.sent(), [content]);
});

test('--json gives the imports as one object, and columns that are named are sent as they are read elsewhere', async (t) => {
  const at = await platform(t);
  const name = desk.write('till.csv', 'x');
  const mapping = ['--date', 'day', '--product', 'item,size', '--units', 'sold', '--date-order', 'dmy'];
  const { code, stdout } = await at.run(name, '--json', '--review', ...mapping);
  assert.equal(code, 0);
  assert.equal((JSON.parse(stdout) as { imports: { rows_in: number }[] }).imports[0].rows_in, 10);
  assert.deepEqual(at.wanted()[0].mapping, {
    date: 'day',
    value: 'sold',
    product: ['item', 'size'],
    date_order: 'dmy',
  });
  assert.equal(at.wanted()[0].review, true);
});

test('what went wrong has its own code: 2 the command line, 3 the file, 4 the platform', async (t) => {
  const at = await platform(t, {
    ends: {
      state: 'failed',
      failure: {
        code: 'upload.header_only',
        title: 'The file has a header and no rows',
        detail: 'No.',
        remedy: 'Do.',
      },
    },
  });
  const name = desk.write('bad.csv', 'x');
  const said = async (wanted: number, says: RegExp, run: Promise<Ran>) => {
    const { code, stderr } = await run;
    assert.equal(code, wanted, stderr);
    assert.match(stderr, says);
  };
  await said(2, /No file is named/, desk.run('import'));
  await said(2, /missing: --product, --units/, at.run(name, '--date', 'd'));
  await said(2, /is no address/, desk.run('import', name, '--url', 'localhost'));
  await said(3, /does not exist/, at.run('nowhere.csv'));
  await said(3, /is empty/, at.run(desk.write('empty.csv', '')));
  await said(3, /upload\.header_only/, at.run(name));
  await said(
    4,
    /Nothing answers at http:\/\/127\.0\.0\.1:9/,
    desk.run('import', name, '--key', 'x', '--url', 'http://127.0.0.1:9'),
  );
  await said(4, /The API key is not valid/, desk.run('import', name, '--key', 'wrong', '--url', at.url));
  await said(4, /Make one at .*\/settings/, desk.run('import', name, '--url', at.url));
});

test('a file beyond 4 GiB is read to its last byte', () => {
  const path = join(desk.folder, 'long.bin');
  const bytes = 5 * 2 ** 30;
  // A hole: it takes no room on the disk.
  writeFileSync(path, '');
  truncateSync(path, bytes - 1);
  appendFileSync(path, 'z');
  const file = localFile(path);
  assert.equal(file.size, bytes);
  assert.equal(file.slice(bytes - 3, bytes).size, 3);
  appendFileSync(path, 'more');
  assert.throws(() => file.slice(0, 10), /has changed while it was sent/);
});

/** Runs the command and interrupts it once `ready`. */
function interrupted(args: string[], ready: () => boolean): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [binary, ...args], {
      cwd: desk.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const watching = setInterval(() => {
      if (!ready()) return;
      clearInterval(watching);
      child.kill('SIGINT');
    }, 20);
    child.on('close', (code) => {
      clearInterval(watching);
      resolve({ code, stdout, stderr });
    });
  });
}
