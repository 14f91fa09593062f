import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { BlobNotFound, InvalidBlobKey } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';

/** What every adapter of BlobStore guarantees. `open` gives an empty store each time. */
export function blobStoreConformance(name: string, open: () => Promise<BlobStore>): void {
  describe(`blobs in ${name}`, () => {
    test('a blob reads back byte for byte, from text, bytes or a stream', async () => {
      const store = await open();
      const bytes = randomBytes(300_000);
      async function* stream() {
        for (let i = 0; i < bytes.length; i += 70_000) yield bytes.subarray(i, i + 70_000);
      }
      assert.equal((await store.put('a/streamed', stream())).bytes, bytes.length);
      await store.put('a/bytes', bytes);
      await store.put('a/text', 'Grüße 🛒');
      await store.put('a/empty', '');
      assert.deepEqual(await store.read('a/streamed'), bytes);
      assert.deepEqual(await store.read('a/bytes'), bytes);
      assert.equal((await store.read('a/text')).toString(), 'Grüße 🛒');
      assert.equal((await store.read('a/empty')).length, 0);
    });

    test('a range is read from start to end, both included', async () => {
      const store = await open();
      await store.put('a', '0123456789');
      const text = async (range: { start: number; end?: number }) => collect(await store.open('a', range));
      assert.equal(await text({ start: 2, end: 4 }), '234');
      assert.equal(await text({ start: 7 }), '789');
      assert.equal(await text({ start: 8, end: 100 }), '89');
      assert.equal(await collect(await store.open('a')), '0123456789');
    });

    test('writing again replaces', async () => {
      const store = await open();
      await store.put('a', 'a longer first text');
      await store.put('a', 'second');
      assert.equal((await store.read('a')).toString(), 'second');
      assert.equal((await store.stat('a'))?.bytes, 6);
    });

    test('a stream that fails leaves what was there, and nothing where there was nothing', async () => {
      const store = await open();
      async function* failing() {
        yield Buffer.from('half');
        throw new Error('the upload broke off');
      }
      await store.put('a', 'whole');
      await assert.rejects(store.put('a', failing()), /broke off/);
      await assert.rejects(store.put('b', failing()), /broke off/);
      assert.equal((await store.read('a')).toString(), 'whole');
      assert.equal(await store.stat('b'), undefined);
      assert.deepEqual(await keys(store, ''), ['a']);
    });

    test('two writers at once leave the whole blob of one of them', async () => {
      const store = await open();
      const contents = ['x', 'y', 'z'].map((letter) => letter.repeat(100_000));
      await Promise.all(contents.map((content) => store.put('a', content)));
      assert.ok(contents.includes((await store.read('a')).toString()));
      assert.deepEqual(await keys(store, ''), ['a']);
    });

    test('what is not there is BlobNotFound to read, undefined to stat, and nothing to list or remove', async () => {
      const store = await open();
      await store.put('a/b', '1');
      for (const key of ['c', 'a', 'a/b/c']) {
        await assert.rejects(store.read(key), BlobNotFound);
        await assert.rejects(store.open(key), BlobNotFound);
        assert.equal(await store.stat(key), undefined);
      }
      assert.deepEqual(await keys(store, 'd/'), []);
      await store.remove('c');
      await store.remove('d/');
      assert.deepEqual(await keys(store, ''), ['a/b']);
    });

    test('a prefix lists what lies below it and nothing beside it, in the order of the keys', async () => {
      const store = await open();
      for (const key of ['t/1/b', 't/1/a/z', 't/1/a-c', 't/1/a.c', 't/10/x', 't/2', 'u'])
        await store.put(key, key);
      assert.deepEqual(await keys(store, 't/1/'), ['t/1/a-c', 't/1/a.c', 't/1/a/z', 't/1/b']);
      assert.deepEqual(await keys(store, ''), [
        't/1/a-c',
        't/1/a.c',
        't/1/a/z',
        't/1/b',
        't/10/x',
        't/2',
        'u',
      ]);
    });

    test('removing a prefix removes what lies below it and nothing beside it', async () => {
      const store = await open();
      for (const key of ['t/1/a', 't/1/b/c', 't/10/x', 't/1.txt']) await store.put(key, key);
      await store.remove('t/1/');
      assert.deepEqual(await keys(store, ''), ['t/1.txt', 't/10/x']);
      await store.remove('t/10/x');
      assert.deepEqual(await keys(store, ''), ['t/1.txt']);
    });

    test('no key leaves the store or means two things', async () => {
      const store = await open();
      const bad = ['', '/', '/a', 'a/', 'a//b', '.', '..', '../a', 'a/../b', 'a/./b', 'a\\b', 'a\0b', 'a\nb'];
      for (const key of [...bad, 'C:a', ' a', 'a ', 'x.partial', 'e\u0301', 'a'.repeat(600)]) {
        await assert.rejects(store.put(key, 'x'), InvalidBlobKey, JSON.stringify(key));
        await assert.rejects(async () => store.read(key), InvalidBlobKey, JSON.stringify(key));
        await assert.rejects(async () => store.stat(key), InvalidBlobKey, JSON.stringify(key));
      }
      for (const prefix of ['..', '../', 'a', '/', 'a/../']) {
        await assert.rejects(keys(store, prefix), InvalidBlobKey, JSON.stringify(prefix));
      }
      await assert.rejects(async () => store.remove('../'), InvalidBlobKey);
      assert.deepEqual(await keys(store, ''), []);
    });
  });
}

async function keys(store: BlobStore, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list(prefix)) found.push(key);
  return found;
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
