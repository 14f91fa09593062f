import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

/** Long enough to be sent in several pieces. */
const rows = (count: number) =>
  `date,item,units\n${Array.from({ length: count }, (_, i) => `2026-11-16,mug ${i},3`).join('\n')}\n`;

test('files on their way', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page, mock } = dashboard;
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-uploads-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const make = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const large = make('large.csv', rows(200_000));
  const choose = (...paths: string[]) => page.getByLabel('Sales file').setInputFiles(paths);

  await t.test('without a connection it waits, says so, and goes on by itself', async () => {
    await dashboard.open('/imports');
    await page.context().setOffline(true);
    await choose(large);
    await page.getByText(/cannot be reached\. It goes on by itself/).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Nothing of large.csv is loaded yet' }).waitFor();
    assert.equal(mock.world.imports[0]?.rows_in, 0);
  });

  await t.test('after a reload the rest is offered, and the same file goes on where it was', async () => {
    const other = make('other.csv', rows(150_000));
    await dashboard.open('/imports');
    // The line breaks after the first piece.
    let pieces = 0;
    await page.route('**/v1/uploads/*', (route) =>
      route.request().method() === 'PATCH' && ++pieces > 1 ? route.abort() : route.continue(),
    );
    await choose(other);
    await page.getByText(/cannot be reached\. It goes on by itself/).waitFor();
    await page.reload();
    await page.unroute('**/v1/uploads/*');
    await page.getByRole('heading', { name: 'One file has not arrived whole' }).waitFor();
    const [left] = [...mock.world.arriving.values()].filter(({ made }) => !made);
    const before = left!.pieces.length;
    await page.getByLabel('Continue other.csv').setInputFiles(large);
    await page.getByText('This is not the file that was begun').waitFor();
    await page.getByLabel('Continue other.csv').setInputFiles(other);
    await page.getByRole('heading', { level: 1, name: 'Nothing of other.csv is loaded yet' }).waitFor();
    assert.ok(left!.pieces.length > before);
    assert.equal(Buffer.concat(left!.pieces).toString(), rows(150_000));
  });

  await t.test('several files at once become several imports, in their order', async () => {
    await dashboard.open('/imports');
    const first = mock.world.imports.length;
    await choose(make('a.csv', rows(3)), make('b.csv', rows(4)), make('c.csv', rows(5)));
    await page.getByRole('heading', { name: 'All files have arrived' }).waitFor();
    const names = mock.world.imports.slice(0, mock.world.imports.length - first).map((one) => one.file_name);
    assert.deepEqual(names, ['c.csv', 'b.csv', 'a.csv']);
    await page.getByRole('row', { name: /b\.csv.*To review/ }).waitFor();
  });

  await t.test('a pause stops the bytes until it is continued; a discarded file is gone', async () => {
    await dashboard.open('/imports');
    let held = () => {};
    const gate = new Promise<void>((resolve) => {
      held = resolve;
    });
    await page.route('**/v1/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await gate;
      await route.continue().catch(() => {});
    });
    await choose(make('paused.csv', rows(1000)));
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/Paused at/).waitFor();
    held();
    await page.unroute('**/v1/uploads/*');
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    const deleted = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await page.getByRole('button', { name: 'Discard' }).click();
    await deleted;
    await page.getByRole('main').getByText('paused.csv').waitFor({ state: 'detached' });
    assert.ok([...mock.world.arriving.values()].every(({ made }) => made));
  });

  assert.deepEqual(dashboard.complaints, []);
});
