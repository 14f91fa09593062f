import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { removeAbandonedDrafts } from './abandoned.ts';
import { folderBlobStore } from './folder.ts';

const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newStore() {
  const folder = await mkdtemp(join(tmpdir(), 'shelfcast-drafts-'));
  folders.push(folder);
  const store = folderBlobStore(folder);
  return { folder, store, drafts: store.drafts };
}

const quiet = { onDurable: async () => {} };
async function* chunks(bytes: Uint8Array, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function keysOf(store: { list(prefix: string): AsyncIterable<{ key: string }> }) {
  const keys: string[] = [];
  for await (const { key } of store.list('')) keys.push(key);
  return keys;
}

test('pieces make the blob byte for byte, and nobody sees it before it is finished', async () => {
  const { store, drafts } = await newStore();
  const bytes = randomBytes(3_000_000);
  assert.equal(await drafts.write('a/b', 0, chunks(bytes.subarray(0, 1_100_000)), quiet), 1_100_000);
  assert.deepEqual([await store.stat('a/b'), await keysOf(store)], [undefined, []]);
  assert.equal(await drafts.write('a/b', 1_100_000, chunks(bytes.subarray(1_100_000)), quiet), 3_000_000);
  assert.equal((await drafts.finish('a/b', 3_000_000)).bytes, 3_000_000);
  assert.deepEqual(await store.read('a/b'), bytes);
  assert.equal((await drafts.finish('a/b', 3_000_000)).bytes, 3_000_000, 'finishing twice is finishing once');
});

test('what a broken line brought is kept and told, and the failure is thrown', async () => {
  const { store, drafts } = await newStore();
  async function* failing() {
    yield Buffer.from('half');
    throw new Error('the line broke');
  }
  const told: number[] = [];
  const note = { onDurable: async (bytes: number) => void told.push(bytes) };
  await assert.rejects(drafts.write('a', 0, failing(), note), /line broke/);
  assert.deepEqual(told, [4]);
  await drafts.write('a', 4, chunks(Buffer.from(' and half')), note);
  await drafts.finish('a', 13);
  assert.equal((await store.read('a')).toString(), 'half and half');
});

test('what lies beyond the offset is replaced, as after a crash that came before it was told', async () => {
  const { folder, store, drafts } = await newStore();
  await drafts.write('a', 0, chunks(Buffer.from('0123')), quiet);
  const [name] = await readdir(folder);
  await appendFile(join(folder, name), 'never told of');
  await drafts.write('a', 4, chunks(Buffer.from('45')), quiet);
  await drafts.finish('a', 6);
  assert.equal((await store.read('a')).toString(), '012345');
});

test('durable moments come as often as asked, and each tells bytes that are written', async () => {
  const { drafts } = await newStore();
  const told: number[] = [];
  const options = { durableEvery: 2000, onDurable: async (bytes: number) => void told.push(bytes) };
  await drafts.write('a', 0, chunks(Buffer.alloc(5000)), options);
  assert.deepEqual(told, [2000, 4000, 5000]);
});

test('a hole, a missing draft and a wrong length are refused', async () => {
  const { drafts } = await newStore();
  await assert.rejects(drafts.write('a', 5, chunks(Buffer.from('x')), quiet), RangeError);
  await drafts.write('a', 0, chunks(Buffer.from('0123')), quiet);
  await assert.rejects(drafts.write('a', 5, chunks(Buffer.from('x')), quiet), RangeError);
  await assert.rejects(drafts.finish('a', 5), RangeError);
  await assert.rejects(drafts.finish('b', 1), RangeError);
});

test('a draft rests longer than what a killed request left, and goes with its store', async () => {
  const { folder, store, drafts } = await newStore();
  await drafts.write('x/a', 0, chunks(Buffer.from('0123')), quiet);
  const days = (count: number) => Date.now() + count * 24 * 3600 * 1000;
  assert.equal(await removeAbandonedDrafts(folder, days(7)), 0);
  assert.equal(await removeAbandonedDrafts(folder, days(9)), 1);
  await drafts.write('x/a', 0, chunks(Buffer.from('0123')), quiet);
  await drafts.remove('x/a');
  await drafts.remove('x/a');
  assert.deepEqual([await readdir(join(folder, 'x')), await keysOf(store)], [[], []]);
  assert.ok((await drafts.free()) > 0);
});
