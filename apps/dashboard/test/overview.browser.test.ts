import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('the overview', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;

  await t.test('its title is the answer, and has the focus', async () => {
    await dashboard.open('/');
    const title = page.getByRole('heading', { level: 1 });
    assert.match(
      await title.innerText(),
      /^[\d,]+ units in the next 28 days, \d+% (more|fewer) than last year$/,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
    assert.match(await page.title(), /^Overview/);
  });

  await t.test('what needs attention leads to the thing itself', async () => {
    await page.getByRole('link', { name: /are forecast by a stand-in/ }).click();
    await page.getByRole('heading', { level: 1, name: /stand-in/ }).waitFor();
    assert.match(page.url(), /attention=stand-in/);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /units in the next/ }).waitFor();
  });

  await t.test('accuracy is said in words beside the naive forecast', async () => {
    await page
      .getByText(/On average off by \d+ in every 100 units sold; the naive forecast by \d+/)
      .waitFor();
  });

  await t.test('keys: g and a letter go places, ? helps, / finds a product', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('heading', { level: 1, name: /Forecasts made/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Find' }).waitFor();
    await page.keyboard.type('mug'); // the field has the focus without a click
    await page
      .getByRole('option', { name: /Stoneware mug/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /units in the next/ }).waitFor();
    assert.match(page.url(), /\/products\/\d+$/);
  });

  await t.test('a chosen theme stays after a reload', async () => {
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to light' }).waitFor();
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  });

  await t.test('nothing was refused by the content security policy, and no script failed', () => {
    assert.deepEqual(dashboard.complaints, []);
  });
});

test('before the first import the overview says what to do', { skip }, async () => {
  await using dashboard = await openDashboard({ empty: true });
  await dashboard.page.getByRole('heading', { level: 1, name: 'Start with a file of your sales' }).waitFor();
  await dashboard.page.getByRole('link', { name: 'Import a file' }).click();
  await dashboard.page.getByRole('button', { name: 'Choose a file' }).waitFor();
});
