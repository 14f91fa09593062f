import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('importing what is no sale', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;

  await t.test('a list of products says what it holds and what loading does, and is loaded', async () => {
    await dashboard.open('/imports');
    await page
      .getByLabel('Sales file')
      .setInputFiles(file('products.csv', 'sku,name,category\nM-1,Mug,Cups\nP-1,Pot,Cups\n,Lid,Cups\n'));
    await page.getByRole('heading', { name: '2 products with 1 attribute; 1 is new' }).waitFor();
    await page.getByText('3 rows = 2 to load + 0 that state nothing + 1 that can’t be used').waitFor();
    await page.getByText(/no sale changes/).waitFor();
    await page
      .getByRole('region', { name: 'First rows as they were understood' })
      .getByRole('cell', { name: 'Mug' })
      .waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Totals, to compare with your till' }).count(), 0);
    await page.getByRole('button', { name: 'Load 2 rows' }).click();
    await page.getByRole('heading', { level: 1, name: '2 rows loaded, 1 could not be used' }).waitFor();
  });

  await t.test('a file of unknown columns is said to hold products, and asked about as one', async () => {
    await dashboard.open('/imports');
    await page.getByLabel('Sales file').setInputFiles(file('liste.csv', 'was;wie\nM-1;Becher\n'));
    await page.getByText('A column is missing').waitFor();
    await page.getByLabel('This file holds').selectOption({ label: 'Products and what they are like' });
    assert.equal(await page.getByLabel('Units', { exact: true }).count(), 0);
    const send = page.getByRole('button', { name: 'Check with these columns' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await page.getByLabel('Product', { exact: true }).selectOption('was');
    await send.click();
    await page.getByRole('heading', { name: /^1 product with/ }).waitFor();
    await page.getByRole('button', { name: 'Change columns' }).click();
    assert.equal(await page.getByLabel('This file holds').inputValue(), 'products');
    assert.equal(await page.getByLabel('Product', { exact: true }).inputValue(), 'was');
  });

  assert.deepEqual(dashboard.complaints, []);
});
