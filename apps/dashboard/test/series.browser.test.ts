import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('the page of a product', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;
  await dashboard.open('/products/3');
  const chart = page.getByRole('slider');
  await chart.waitFor();

  await t.test('the chart is read by arrow keys: date, value and range', async () => {
    await chart.focus();
    await page.keyboard.press('Home');
    assert.match((await chart.getAttribute('aria-valuetext')) ?? '', /22 November 2026: closed$/);
    await page.keyboard.press('ArrowRight');
    assert.match(
      (await chart.getAttribute('aria-valuetext')) ?? '',
      /^Monday,? 23 November 2026: about [\d.]+ expected, in 8 of 10 cases between [\d.]+ and [\d.]+$/,
    );
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowLeft');
    assert.match((await chart.getAttribute('aria-valuetext')) ?? '', /closed or not known|\d+ sold$/);
  });

  await t.test(
    'a day without stock is said to be known or guessed, in the chart, its key and its table',
    async () => {
      await chart.focus();
      await page.keyboard.press('Home');
      // Sixteen days before the first that is forecast.
      for (const key of ['PageDown', 'PageDown', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
      assert.match(
        (await chart.getAttribute('aria-valuetext')) ?? '',
        /0 sold, probably out of stock, by its sales$/,
      );
      const key = page.getByRole('list', { name: 'How to read the chart' });
      await key.getByText('Out of stock', { exact: true }).waitFor();
      await key.getByText('Probably out of stock', { exact: true }).waitFor();
      await page.keyboard.press('t');
      const table = page.getByRole('region', { name: /as a table/ });
      await table.getByRole('cell', { name: 'out of stock, as your file says' }).first().waitFor();
      await page.keyboard.press('t');
    },
  );

  await t.test('T shows the same numbers as a table', async () => {
    await chart.press('End');
    const spoken = (await chart.getAttribute('aria-valuetext')) ?? '';
    await page.keyboard.press('t');
    const row = page
      .getByRole('region', { name: /as a table/ })
      .getByRole('row', { name: /19 December 2026/ });
    const expected = /about ([\d.]+) expected/.exec(spoken)?.[1] ?? 'none';
    await row.getByRole('cell', { name: expected, exact: true }).first().waitFor();
    await page.keyboard.press('t');
    assert.equal(await page.getByRole('region', { name: /as a table/ }).count(), 0);
  });

  await t.test('hovering reads the chart without a click', async () => {
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
    await page.getByText('8 of 10 times', { exact: true }).first().waitFor();
  });

  await t.test('past forecasts come on demand, beside what then sold', async () => {
    await page.getByRole('button', { name: 'Past forecasts' }).click();
    await page.getByRole('heading', { name: /held against what then sold/ }).waitFor();
    await page.getByText('Forecast earlier').waitFor();
  });

  await t.test('why this number: the winner, the naive forecast, and how often the band held', async () => {
    const why = page.getByRole('region', { name: 'Why this number?' });
    await why.getByText(/^Forecast by/).waitFor();
    await why.getByText('the naive forecast', { exact: true }).waitFor();
    await why.getByText(/In \d+ of 100 days sales were inside the 80% band/).waitFor();
  });

  await t.test('the data downloads as CSV under the name of the product', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download data' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /bristol-harbour\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^date,sold,expected,q0\.1/);
  });

  await t.test('what files say: stock with its day, the price that holds, what is planned', async () => {
    await page.clock.setFixedTime('2026-11-22T12:00:00Z');
    await dashboard.open('/products/3');
    const stated = page.getByRole('region', { name: 'What your files say' });
    await stated.getByText('on 21 Nov 2026, yesterday').waitFor();
    await stated.getByText('until 26 Nov 2026').waitFor();
    const planned = stated.getByRole('table', { name: 'Planned prices and promotions' });
    await planned.getByRole('row', { name: /27 Nov – 3 Dec 2026 £9\.00 25% off/ }).waitFor();
    await planned.getByRole('row', { name: /from 25 Dec 2026 on £12\.50/ }).waitFor();
    await stated.getByText('Stock in 5 other locations').press('Enter');
    const elsewhere = stated.getByRole('table', { name: 'Stock in other locations' });
    await elsewhere.getByRole('row', { name: 'Brighton Lanes In stock 21 Nov 2026 yesterday' }).waitFor();
  });

  await t.test('what files leave open is left out; out of stock says since when', async () => {
    await dashboard.open('/products/21');
    const stated = page.getByRole('region', { name: 'What your files say' });
    await stated.getByText('since 19 Nov 2026, as stated on 21 Nov 2026, yesterday').waitFor();
    assert.equal(await stated.getByText('Price').count(), 0);
    await dashboard.open('/products/9');
    await stated.getByText('Hartley & Finch').waitFor();
    assert.equal(await stated.getByText('Stock on hand').count(), 0);
  });

  await t.test('where no file says anything, it says which would', async () => {
    await dashboard.open('/products/15');
    const stated = page.getByRole('region', { name: 'What your files say' });
    await stated.getByText(/a file of products, of stock, or of prices and promotions/).waitFor();
    await stated.getByRole('link', { name: 'Import a file' }).click();
    await page.waitForURL(/\/imports$/);
  });

  await t.test('a product where a model failed says so, and what stands in', async () => {
    const standIn = dashboard.mock.world.series.all.find((one) => one.attention.includes('stand-in'))!;
    await dashboard.open(`/products/${standIn.series}`);
    await page.getByText('One model failed on this product').waitFor();
    await page
      .getByText(/a simpler one stands in, under its own name/)
      .first()
      .waitFor();
  });

  await t.test('a product that is not there is a page that says so', async () => {
    await dashboard.open('/products/999999');
    await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
    await page.getByRole('alert').waitFor();
  });
});
