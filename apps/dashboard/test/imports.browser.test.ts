import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('importing', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;

  await t.test(
    'a file goes up, says what is in it, is loaded on a word, and every row is accounted for',
    async () => {
      await dashboard.open('/imports');
      await page
        .getByLabel('Sales file')
        .setInputFiles(
          file('week 47.csv', 'date,item,units\n2026-11-16,mug,3\n2026-11-17,mug,4\n2026-31-31,mug,4\n'),
        );
      await page.waitForURL(/\/imports\/5$/);
      await page.getByRole('heading', { level: 1, name: 'Nothing of week 47.csv is loaded yet' }).waitFor();
      await page.getByText('3 rows = 2 to load + 0 without a sale + 1 that can’t be used').waitFor();
      await page.getByText(/row 3: date “2026-31-31”/).waitFor();
      await page.getByRole('button', { name: 'Load 2 rows' }).click();
      await page.getByRole('heading', { level: 1, name: '2 rows loaded, 1 could not be used' }).waitFor();
      const link = page.getByRole('link', { name: 'Download the rejected rows' });
      assert.equal(await link.getAttribute('href'), '/v1/imports/5/rejects');
    },
  );

  await t.test('undo asks first, says what it means, and can be left by Escape', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo this import?' });
    await dialog.getByText(/2 rows of week 47\.csv will be taken out/).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await dialog.count(), 0);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByRole('heading', { level: 1, name: 'week 47.csv was taken back' }).waitFor();
  });

  await t.test('a file of unknown columns is mapped by looking at its rows, and imported', async () => {
    await dashboard.open('/imports');
    await page
      .getByLabel('Sales file')
      .setInputFiles(file('till.csv', 'wann;was;wieviel\n16.11.2026;Becher;3\n'));
    await page.getByText('A column is missing').waitFor();
    await page.getByRole('region', { name: 'First rows of the file' }).getByText('Becher').waitFor();
    const send = page.getByRole('button', { name: 'Check with these columns' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await page.getByLabel('Date', { exact: true }).selectOption('wann');
    await page.getByLabel('Product', { exact: true }).selectOption('was');
    await page.getByLabel('Units', { exact: true }).selectOption('wieviel');
    await send.click();
    await page.getByRole('button', { name: 'Load 1 row' }).click();
    await page.getByRole('heading', { level: 1, name: /1 row/ }).waitFor();
  });

  await t.test('dates that can be read both ways are asked about by an example', async () => {
    await dashboard.open('/imports');
    await page.getByLabel('Sales file').setInputFiles(file('till.csv', 'date,item,units\n3/4/2026,mug,3\n'));
    await page.getByRole('heading', { name: 'Is the day or the month written first?' }).waitFor();
    await page.getByRole('button', { name: /Day first: 3\/4\/2026 is .*Apr/ }).click();
    await page.getByRole('row', { name: /^April 2026/ }).waitFor();
  });

  await t.test('on a phone every button of the review is within its panel', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    const load = await page.getByRole('button', { name: 'Load 1 row' }).boundingBox();
    assert.ok(load && load.x >= 16 && load.x + load.width <= 360 - 16, JSON.stringify(load));
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await t.test('a file that was only looked at is discarded, and nothing of it is loaded', async () => {
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { level: 1, name: 'till.csv was discarded' }).waitFor();
  });

  await t.test(
    'an empty file is refused with what to do, and the message stays until it is dismissed',
    async () => {
      await dashboard.open('/imports');
      await page.getByLabel('Sales file').setInputFiles(file('empty.csv', ''));
      const alert = page.getByRole('alert');
      await alert.getByText('The file is empty').waitFor();
      await alert.getByRole('button', { name: 'Dismiss' }).click();
      assert.equal(await alert.count(), 0);
    },
  );
});

test('a viewer cannot import, and the button says why', { skip }, async () => {
  await using dashboard = await openDashboard({ role: 'viewer' });
  const { page } = dashboard;
  await dashboard.open('/imports');
  const button = page.getByRole('button', { name: 'Choose a file' });
  await button.focus();
  await page
    .getByRole('tooltip')
    .getByText(/Your role is viewer/)
    .waitFor();
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
});
