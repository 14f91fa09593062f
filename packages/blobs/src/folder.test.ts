import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { removeAbandonedDrafts } from './abandoned.ts';
import { blobStoreConformance } from './conformance.ts';
import { folderBlobStore } from './folder.ts';

const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shelfcast-blobs-'));
  folders.push(folder);
  return folder;
}

blobStoreConformance('a folder', async () => folderBlobStore(await newFolder()));

test('a folder that does not exist yet is an empty store', async () => {
  const store = folderBlobStore(join(await newFolder(), 'not', 'yet'));
  assert.equal(await store.stat('a'), undefined);
  await store.put('a', '1');
  assert.equal((await store.read('a')).toString(), '1');
});

test('the local path of a blob is a file with its content', async () => {
  const store = folderBlobStore(await newFolder());
  await store.put('runs/7/a.parquet', 'bytes');
  assert.equal(await readFile(store.localPath('runs/7/a.parquet'), 'utf8'), 'bytes');
});

test('what a killed writer left behind is no blob, and does not stand in the way', async () => {
  const folder = await newFolder();
  const store = folderBlobStore(folder);
  await store.put('a', '1');
  await writeFile(join(folder, 'a.0123456789ab.partial'), 'half');
  const listed: string[] = [];
  for await (const { key } of store.list('')) listed.push(key);
  assert.deepEqual(listed, ['a']);
  await store.put('a', '2');
  assert.equal((await store.read('a')).toString(), '2');
});

test('a failed write leaves no file behind', async () => {
  const folder = await newFolder();
  async function* failing() {
    yield Buffer.from('half');
    throw new Error('broke off');
  }
  await assert.rejects(folderBlobStore(folder).put('a', failing()));
  assert.deepEqual(await readdir(folder), []);
});

test('drafts that nobody writes any more can be removed; blobs and fresh drafts stay', async () => {
  const folder = await newFolder();
  const store = folderBlobStore(folder);
  await store.put('x/a', '1');
  await writeFile(join(folder, 'x', 'a.0123456789ab.partial'), 'half');
  assert.equal(await removeAbandonedDrafts(folder, Date.now()), 0);
  assert.equal(await removeAbandonedDrafts(folder, Date.now() + 48 * 3600 * 1000), 1);
  assert.deepEqual(await readdir(join(folder, 'x')), ['a']);
  assert.equal(await removeAbandonedDrafts(join(folder, 'none'), Date.now()), 0);
});
