import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createUser, setMembership } from '@shelfcast/identity';
import type { Page } from 'playwright-core';
import { openBrowser, skip } from '../../dashboard/test/chromium.ts';
import { buildOnce } from '../../dashboard/test/dashboard.ts';
import { importJob } from '../../pipeline/src/worker/import-job.ts';
import { type TestApi, testApi } from './testing/test-api.ts';

const who = { email: 'manager@shop.example', password: 'four plain words here' };
/** A survey and a load of a few rows take a second; a loaded machine makes ten of it. */
const PATIENCE = { timeout: 45_000 };

let api: TestApi;
let page: Page;
let closeBrowser: () => Promise<void>;
const working = new AbortController();

before(async () => {
  if (skip) return;
  api = await testApi({ dashboardFolder: await buildOnce() });
  const user = await createUser(api.database, { ...who, name: 'Manager' });
  await api.database.withTenant(api.ours.tenant, (tx) => setMembership(tx, user, 'owner'));
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  void work();
  const browser = await openBrowser({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  closeBrowser = browser.close;
  [page] = browser.context.pages();
  const { port } = api.app.server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor(PATIENCE);
});
after(async () => {
  if (skip) return;
  working.abort();
  await closeBrowser();
  await api[Symbol.asyncDispose]();
});

/** Works off the jobs that the server sends, as the worker does. */
async function work(): Promise<void> {
  const log = { info() {}, error() {}, warn() {} };
  const room = { database: api.database, blobs: api.blobs, jobs: { send: async () => 'job' }, log };
  while (!working.signal.aborted) {
    const job = api.jobs.shift();
    if (job?.queue.startsWith('import') !== true) await sleep(50);
    else
      await importJob(room as never, { ...job, attempt: 1, signal: working.signal } as never).catch(
        (error) => {
          if (!working.signal.aborted) throw error;
        },
      );
  }
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);

/** Drops a file on the page of imports; with `forecast` off, as nothing here runs one. */
async function drop(name: string, text: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Imports' }).click();
  const input = page.locator('input[type=file]');
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

const loaded = async () => {
  const rows = await api.database.withTenant(api.ours.tenant, (tx) =>
    tx.query<{ line: string }>(
      `SELECT concat_ws(' ', p.code, s.sold_on, s.units) AS line FROM shelfcast.sale s
       JOIN shelfcast.product p USING (tenant_id, product_id) JOIN shelfcast.import i USING (tenant_id, import_id)
       WHERE s.tenant_id = $1 AND i.state = 'committed' AND NOT EXISTS (
         SELECT FROM shelfcast.superseded h WHERE h.import_id = s.import_id AND h.block = s.row_no >> 10
           AND get_bit(h.rows, s.row_no & 1023) = 1) ORDER BY 1`,
      [tx.tenant],
    ),
  );
  return rows.map(({ line }) => line);
};

test('the import wizard, on the real server', { skip }, async (t) => {
  let rejects = '';

  await t.test(
    'a file is dropped, looked through, compared with its own totals, and loaded on a word',
    async () => {
      await drop(
        'week 47.csv',
        'date,item,customer,units\n2026-11-16,mug,Ann,3\n2026-11-17,mug,Bob,4\n2026-11-18,cup,Cy,two\n2026-11-17,mug,Di,4\nTotal,,,11\n',
      );
      await heading('Nothing of week 47.csv is loaded yet');
      await page.getByText('5 rows = 3 to load + 1 without a sale + 1 that can’t be used').waitFor();
      await page.getByText('The file’s own totals agree with its rows').waitFor();
      await page.getByText('1 column about people will not be stored').waitFor();
      assert.deepEqual(await loaded(), []);
      await page.getByRole('button', { name: 'Load 3 rows' }).click();
      await heading('3 rows loaded, 1 could not be used');
      assert.deepEqual(await loaded(), ['mug 2026-11-16 3', 'mug 2026-11-17 4', 'mug 2026-11-17 4']);
    },
  );

  await t.test(
    'its rejected rows are downloaded, without people, with what is wrong and what to do',
    async () => {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download the rejected rows' }).click();
      rejects = readFileSync(await (await waiting).path(), 'utf8');
      const [header, row] = rejects.split('\r\n');
      assert.match(header, /^\ufeffdate,item,units,shelfcast_import,shelfcast_row,/);
      assert.match(row, /^2026-11-18,cup,two,\d+,3,units,The value is not a number: “two”,/);
      assert.ok(!rejects.includes('Cy'));
    },
  );

  await t.test('corrected and dropped again, they take their place in the file', async () => {
    await drop('rejects corrected.csv', rejects.replace(',two,', ',2,'));
    await heading('Nothing of rejects corrected.csv is loaded yet');
    await page.getByText(/1 corrected row of import \d+/).waitFor();
    await page.getByRole('button', { name: 'Load 1 row' }).click();
    await page.getByText('Corrected rows of an earlier file').waitFor(PATIENCE);
    await heading(/1 row/);
    assert.deepEqual(await loaded(), [
      'cup 2026-11-18 2',
      'mug 2026-11-16 3',
      'mug 2026-11-17 4',
      'mug 2026-11-17 4',
    ]);
  });

  await t.test('undoing the file takes its corrections along, and says so before', async () => {
    await page
      .getByRole('main')
      .getByRole('link', { name: /^import \d+$/ })
      .click();
    await heading('3 rows loaded, 1 could not be used');
    await page.getByRole('button', { name: 'Undo this import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo this import?' });
    await dialog.getByText(/corrected and sent again go with it/).waitFor();
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await heading('week 47.csv was taken back');
    assert.deepEqual(await loaded(), []);
  });

  const unknown = (day: number) => `wann;was;wieviel\n${day}.11.2026;Becher;3\n`;

  await t.test('a file of unknown columns is mapped by hand, once', async () => {
    await drop('kasse 1.csv', unknown(16));
    await page.getByText('A column is missing').waitFor(PATIENCE);
    await page.getByRole('region', { name: 'First rows of the file' }).getByText('Becher').waitFor();
    await page.getByLabel('Date', { exact: true }).selectOption('wann');
    await page.getByLabel('Product', { exact: true }).selectOption('was');
    await page.getByLabel('Units', { exact: true }).selectOption('wieviel');
    await page.getByRole('button', { name: 'Check with these columns' }).click();
    await page.getByRole('button', { name: 'Load 1 row' }).click(PATIENCE);
    await heading('All 1 row accounted for, 1 loaded');
  });

  await t.test('the next file with that header is understood by itself', async () => {
    await drop('kasse 2.csv', unknown(17));
    await page.getByText('1 row = 1 to load + 0 without a sale + 0 that can’t be used').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Load 1 row' }).click();
    await heading('All 1 row accounted for, 1 loaded');
    assert.deepEqual(await loaded(), ['Becher 2026-11-16 3', 'Becher 2026-11-17 3']);
  });

  await t.test(
    'dates that can be read both ways are asked about, and land on the day that was meant',
    async () => {
      await drop('slashes.csv', 'date,item,units\n3/4/2026,lamp,5\n');
      await page.getByRole('heading', { name: 'Is the day or the month written first?' }).waitFor(PATIENCE);
      await page.getByRole('button', { name: /Day first: 3\/4\/2026 is .*Apr/ }).click();
      await page.getByRole('button', { name: 'Load 1 row' }).click(PATIENCE);
      await heading('All 1 row accounted for, 1 loaded');
      assert.ok((await loaded()).includes('lamp 2026-04-03 5'));
    },
  );
});
