import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type FolderBlobStore, folderBlobStore } from '@shelfcast/blobs';
import type { TenantTransaction } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { findImport } from '../imports/find-imports.ts';
import { beginUpload } from './begin-upload.ts';
import { getUpload } from './find-uploads.ts';
import { finishUpload } from './finish-upload.ts';
import { hashImport } from './hash-import.ts';
import { settleUploads } from './settle-uploads.ts';
import type { UploadRow } from './upload-row.ts';
import { claimWriting, endWriting, noteReceived } from './writing.ts';

let clone: TestDatabase;
let tenant: TenantId;
let folder: string;
let blobs: FolderBlobStore;
before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant();
  folder = await mkdtemp(join(tmpdir(), 'shelfcast-settle-'));
  blobs = folderBlobStore(folder);
});
after(async () => {
  await clone.close();
  await rm(folder, { recursive: true, force: true });
});

const content = Buffer.from('date,item,units\n2026-03-01,mug,3\n');

/** An upload of which so many bytes have arrived, and which was last heard of so long ago. */
async function left(bytes: number, ago: string): Promise<UploadRow> {
  const row = await beginUpload(clone.database, blobs, tenant, {
    fileName: 'sales.csv',
    bytes: content.length,
    fingerprint: null,
    mapping: null,
    review: false,
    forecast: false,
    createdBy: null,
  });
  const writer = randomUUID();
  const within = <T>(work: (tx: TenantTransaction) => Promise<T>) => clone.database.withTenant(tenant, work);
  await within((tx) => claimWriting(tx, row.upload_id, writer));
  async function* piece() {
    yield content.subarray(0, bytes);
  }
  await blobs.drafts.write(row.blob_key, 0, piece(), {
    onDurable: (received) => within((tx) => noteReceived(tx, row.upload_id, writer, received)),
  });
  await within((tx) => endWriting(tx, row.upload_id, writer));
  await within((tx) =>
    tx.query(
      'UPDATE shelfcast.upload SET touched_at = now() - $3::interval WHERE tenant_id = $1 AND upload_id = $2',
      [tenant, row.upload_id, ago],
    ),
  );
  return row;
}
const importOf = ({ import_id }: UploadRow) =>
  clone.database.withTenant(tenant, (tx) => findImport(tx, import_id));
const find = ({ upload_id }: UploadRow) =>
  clone.database.withTenant(tenant, (tx) => getUpload(tx, upload_id)).catch(() => undefined);

test('an upload whose process died after its last byte becomes an import; one that is still arriving is left alone', async () => {
  const whole = await left(content.length, '2 minutes');
  const half = await left(5, '6 days');
  assert.deepEqual(await settleUploads(clone.database, blobs), { finished: 1, removed: 0 });
  assert.equal((await importOf(whole))?.state, 'queued');
  assert.deepEqual(await blobs.read(whole.blob_key), content);
  assert.equal((await find(half))?.received_bytes, 5);
  assert.equal(await importOf(half), undefined);
});

test('after a week of silence an upload goes with its bytes, finished ones without the import', async () => {
  const half = await left(5, '8 days');
  const done = await left(content.length, '1 minute');
  await finishUpload(clone.database, blobs, tenant, done.upload_id);
  await clone.database.withTenant(tenant, (tx) =>
    tx.query(
      `UPDATE shelfcast.upload SET touched_at = now() - interval '8 days' WHERE tenant_id = $1 AND upload_id = $2`,
      [tenant, done.upload_id],
    ),
  );
  await settleUploads(clone.database, blobs);
  assert.deepEqual([await find(half), await find(done)], [undefined, undefined]);
  assert.equal((await importOf(done))?.state, 'queued');
  assert.deepEqual(await blobs.read(done.blob_key), content);
  assert.deepEqual(await readdir(join(folder, half.blob_key, '..')), []);
});

test('finishing at the same moment from several sides, and after the blob has its place, makes one import', async () => {
  const whole = await left(content.length, '0');
  // As when the process ended between the rename and the row.
  await blobs.drafts.finish(whole.blob_key, content.length);
  const finished = await Promise.all(
    Array.from({ length: 5 }, () => finishUpload(clone.database, blobs, tenant, whole.upload_id)),
  );
  assert.deepEqual(new Set(finished), new Set([whole.import_id]));
  const rows = await clone.database.withTenant(tenant, (tx) =>
    tx.query('SELECT FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2', [
      tenant,
      whole.import_id,
    ]),
  );
  assert.equal(rows.length, 1);
});

test('the worker gives it the hash of its bytes, and asks for no second one', async () => {
  const whole = await left(content.length, '0');
  await finishUpload(clone.database, blobs, tenant, whole.upload_id);
  await hashImport(clone.database, blobs, tenant, whole.import_id);
  const { content_sha256: hash } = (await importOf(whole))!;
  assert.equal(hash, createHash('sha256').update(content).digest('hex'));
  await blobs.remove(whole.blob_key);
  await hashImport(clone.database, blobs, tenant, whole.import_id);
  assert.equal((await importOf(whole))?.content_sha256, hash);
});
