import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ShelfcastError } from '@shelfcast/domain';
import { cloneDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-files.ts';

const known = readMigrations();
const code = (wanted: string) => (error: unknown) =>
  error instanceof ShelfcastError && error.kind.code === wanted;

/** A migration after all of ours. */
function next(text: string, number = 900): Migration {
  return { number, name: `test_${number}`, text, checksum: `checksum of ${text}` };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('a migrated database has nothing more to apply', async () => {
  await using clone = await cloneDatabase();
  assert.deepEqual(await migrate(clone.ownerUrl), []);
});

test('an empty database of an owner without superuser rights gets the whole schema', async () => {
  await using clone = await cloneDatabase();
  await query(
    clone.adminUrl,
    'DROP SCHEMA shelfcast, gate, pgboss CASCADE; DROP EXTENSION citext, pg_trgm CASCADE',
  );
  await query(clone.adminUrl, 'DROP OWNED BY shelfcast_gate');
  assert.deepEqual(
    await migrate(clone.ownerUrl),
    known.map(({ name }) => name),
  );
  const [{ super: isSuper }] = await query(clone.ownerUrl, "SELECT current_setting('is_superuser') AS super");
  assert.equal(isSuper, 'off');
});

test('several processes may migrate at once: each migration is applied by one of them', async () => {
  await using clone = await cloneDatabase();
  const all = [...known, next('CREATE TABLE shelfcast.once (i integer)')];
  const applied = await Promise.all([1, 2, 3].map(() => migrate(clone.ownerUrl, all)));
  assert.deepEqual(applied.flat(), ['test_900']);
});

test('a migration that fails leaves nothing of itself, and says in which line', async () => {
  await using clone = await cloneDatabase();
  const failing = next(
    'CREATE TABLE shelfcast.half (i integer);\nINSERT INTO shelfcast.half\nVALUES (nonsense)',
  );
  await assert.rejects(migrate(clone.ownerUrl, [...known, failing]), (error: Error) => {
    assert.ok(code('database.migration_failed')(error));
    assert.match(error.message, /Migration 900 \(test_900\) failed in line 3: column "nonsense"/);
    return true;
  });
  assert.deepEqual(await query(clone.ownerUrl, "SELECT to_regclass('shelfcast.half') AS half"), [
    { half: null },
  ]);
  assert.deepEqual(
    await migrate(clone.ownerUrl, [...known, next('CREATE TABLE shelfcast.half (i integer)')]),
    ['test_900'],
  );
});

test('a migration that was changed after it was applied is refused', async () => {
  await using clone = await cloneDatabase();
  await migrate(clone.ownerUrl, [...known, next('SELECT 1')]);
  await assert.rejects(
    migrate(clone.ownerUrl, [...known, next('SELECT 2')]),
    code('database.migration_changed'),
  );
});

test('an older program refuses a newer database', async () => {
  await using clone = await cloneDatabase();
  await migrate(clone.ownerUrl, [...known, next('SELECT 1')]);
  await assert.rejects(migrate(clone.ownerUrl), code('database.newer_schema'));
});

test('migrations are numbered, and a number stands once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-migrations-'));
  const url = pathToFileURL(`${folder}/`);
  try {
    writeFileSync(join(folder, '002_b.sql'), 'SELECT 2');
    writeFileSync(join(folder, '001_a.sql'), 'SELECT 1');
    assert.deepEqual(
      readMigrations(url).map(({ number, name }) => [number, name]),
      [
        [1, 'a'],
        [2, 'b'],
      ],
    );
    writeFileSync(join(folder, '002_c.sql'), 'SELECT 3');
    assert.throws(() => readMigrations(url), /Two migrations have the number 2/);
    writeFileSync(join(folder, 'x.sql'), '');
    assert.throws(() => readMigrations(url), /named NNN_name\.sql/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
