import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('the list of products', { skip }, async (t) => {
  await using dashboard = await openDashboard({ series: 50_000 });
  const { page } = dashboard;
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });

  await t.test('50,000 products keep fewer than 60 rows on the page, however far one scrolls', async () => {
    await dashboard.open('/products');
    await page.getByRole('heading', { level: 1, name: '50,000 products, by what will sell' }).waitFor();
    for (let i = 0; i < 12; i++) {
      await page.mouse.wheel(0, 3000);
      await page.waitForTimeout(50);
    }
    await page.waitForFunction(() => window.scrollY > 8000);
    assert.ok((await rows.count()) < 60);
    assert.equal(await page.getByRole('table').getAttribute('aria-rowcount'), '50001');
  });

  await t.test('the search is in the address, and back takes it away', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('lantern, sage');
    await page.waitForURL(/search=lantern/);
    await page.getByRole('heading', { level: 1, name: /matching “lantern, sage”/ }).waitFor();
    await rows
      .first()
      .getByText(/lantern, sage/i)
      .waitFor();
    await page.reload();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'lantern, sage');
  });

  await t.test('a column sorts, says so, and turns around', async () => {
    await page.getByRole('button', { name: 'Clear' }).click();
    const header = page.getByRole('columnheader', { name: 'Product' });
    await page.getByRole('button', { name: 'Product', exact: true }).click();
    await page.waitForURL(/sort=product/);
    assert.equal(await header.getAttribute('aria-sort'), 'ascending');
    await page.getByRole('button', { name: 'Product', exact: true }).click();
    await page.waitForURL(/sort=-product/);
    assert.equal(await header.getAttribute('aria-sort'), 'descending');
  });

  await t.test('J and K walk, Enter opens', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/products\/\d+$/);
  });

  await t.test('an attribute of a product leads to all that have it, until it is taken away', async () => {
    await dashboard.open('/products/3');
    await page.getByRole('link', { name: 'All products with category: Candles' }).click();
    await page.waitForURL(/attribute=category/);
    await page.getByRole('heading', { level: 1, name: /with category: Candles$/ }).waitFor();
    await rows.first().waitFor();
    await page.reload();
    const chip = page.getByRole('button', { name: 'category: Candles: take this filter away' });
    await chip.press('Enter');
    await page.getByRole('heading', { level: 1, name: '50,000 products, by what will sell' }).waitFor();
    assert.equal(new URL(page.url()).search, '');
  });

  await t.test('where nothing fits, it says how to go on', async () => {
    await dashboard.open('/products?search=zzzz');
    await page.getByRole('button', { name: 'Show all products' }).click();
    await page.getByRole('heading', { level: 1, name: /50,000 products/ }).waitFor();
  });
});
