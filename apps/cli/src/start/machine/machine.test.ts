import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ShelfcastError } from '@shelfcast/domain';
import { commandLineFor } from './check-columns.ts';
import { openDataFolder } from './data-folder.ts';
import { openSalesFile } from './own-file.ts';
import { requireFreePort } from './port.ts';
import { readSecrets } from './secrets.ts';

function temporary(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const told = (code: string, remedy: RegExp) => (error: unknown) =>
  error instanceof ShelfcastError && error.kind.code === code && remedy.test(error.details.remedy);

test('a port that is taken is named, and one that is free is suggested', async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  t.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  await assert.rejects(requireFreePort('127.0.0.1', port), (error) => {
    assert.ok(told('start.port_in_use', /--port \d+/)(error));
    assert.match((error as ShelfcastError).details.detail, new RegExp(`${port}`));
    return true;
  });
});

test('an address of another machine is told apart from a taken port', async () => {
  await assert.rejects(requireFreePort('192.0.2.1', 4600), told('start.port_in_use', /--host/));
});

test('a data folder that is a file says so', (t) => {
  const path = join(temporary(t), 'file');
  writeFileSync(path, '');
  assert.throws(() => openDataFolder(path), told('start.data_folder_unusable', /--data/));
});

test('a data folder is its owner’s only', (t) => {
  const path = join(temporary(t), 'data');
  openDataFolder(path);
  assert.equal(statSync(path).mode & 0o777, 0o700);
});

test('secrets are made once, differ between installations and are readable by their owner only', (t) => {
  const folder = temporary(t);
  const path = join(folder, 'secrets.json');
  const made = readSecrets(path);
  assert.deepEqual(readSecrets(path), made);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  chmodSync(path, 0o644);
  readSecrets(path);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.notEqual(readSecrets(join(folder, 'other.json')).password, made.password);
  assert.match(made.password, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
});

test('a secrets file that was changed by hand is told, not overwritten', (t) => {
  const path = join(temporary(t), 'secrets.json');
  writeFileSync(path, '{"password":');
  assert.throws(() => readSecrets(path), told('start.data_folder_unusable', /delete it/));
  assert.equal(readFileSync(path, 'utf8'), '{"password":');
});

test('a sales file is known by its content', async (t) => {
  const folder = temporary(t);
  const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
  for (const path of [one, two]) writeFileSync(path, 'abc');
  const known = await openSalesFile(one);
  assert.equal(known.sha256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal((await openSalesFile(two)).sha256, known.sha256);
  assert.equal(known.bytes, 3);
});

test('a file that is not there, or is a folder, says what to do', async (t) => {
  const folder = temporary(t);
  mkdirSync(join(folder, 'sales.csv'));
  await assert.rejects(openSalesFile(join(folder, 'sales.csv')), told('start.file_unreadable', /one file/));
  await assert.rejects(openSalesFile(join(folder, 'gone.csv')), told('start.file_unreadable', /path/));
});

test('the command line that names the columns has those filled in that look right', () => {
  assert.equal(
    commandLineFor('/home/ann/my sales.csv', ['Sold On Day', 'Artikel', 'Filiale', 'Menge', 'x']),
    "npm start -- 'my sales.csv' --date 'Sold On Day' --product Artikel --units Menge --location Filiale",
  );
  assert.equal(
    commandLineFor('s.csv', ['a', 'b']),
    "npm start -- s.csv --date '<date column>' --product '<product column>' --units '<units column>'",
  );
});
