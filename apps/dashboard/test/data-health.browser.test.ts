import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('data health', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;

  await t.test('its title is the answer, and the overview leads to it', async () => {
    await dashboard.open('/');
    await page.getByRole('link', { name: 'See which' }).click();
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Your data is fresh; 4 things would make the forecasts better',
      })
      .waitFor();
    assert.match(page.url(), /\/data-health$/);
  });

  await t.test('each finding says what was found, where, and what to do, with a way to do it', async () => {
    const card = page.getByRole('region', { name: 'York Shambles has no sales for its last 7 open days' });
    await card.getByText(/about 1,830 missing|about 1,830 units missing/).waitFor();
    await card.getByText(/Export the sales of these days/).waitFor();
    assert.equal(await card.getByRole('link', { name: 'Import a file' }).getAttribute('href'), '/imports');
    const gap = page.getByRole('region', { name: /^1 gap: 3 days without a single sale/ });
    assert.equal(
      await gap.getByRole('link', { name: 'Open the calendar' }).getAttribute('href'),
      '/settings/calendar',
    );
  });

  await t.test('an example leads to its product and to the import that brought it', async () => {
    const card = page.getByRole('region', { name: '2 single days sold many times the usual' });
    assert.equal(
      await card.getByRole('link', { name: 'import 4' }).first().getAttribute('href'),
      '/imports/4',
    );
    await card.getByRole('link', { name: /Beeswax candle/ }).click();
    await page.waitForURL(/\/products\/1$/);
    await page.goBack();
  });

  await t.test('the days of a location are read out, and stand in numbers beside', async () => {
    const strip = page.getByRole('img', {
      name: /^York Shambles: sold on 41 days, closed on 8 days, nothing on 7 days/,
    });
    await strip.waitFor();
    await page.getByRole('button', { name: 'In numbers' }).click();
    const row = page.getByRole('row', { name: /York Shambles/ });
    assert.deepEqual(
      await row
        .getByRole('cell')
        .allInnerTexts()
        .then((cells) => cells.slice(0, 3)),
      ['41', '8', '7'],
    );
  });

  await t.test('while a newer report is being made it says so, and shows it when it is there', async () => {
    dashboard.mock.world.making = true;
    await dashboard.open('/data-health');
    await page.getByText('Sales have changed since; a newer report is being made.').waitFor();
    dashboard.mock.world.making = false;
    await page.getByText('Sales have changed since').waitFor({ state: 'detached' });
    assert.deepEqual(dashboard.complaints, []);
  });
});

test('without sales data health says what comes first', { skip }, async () => {
  await using dashboard = await openDashboard({ empty: true });
  await dashboard.open('/data-health');
  await dashboard.page
    .getByRole('heading', { level: 1, name: 'There are no sales to look through yet' })
    .waitFor();
  await dashboard.page.getByRole('link', { name: 'Import a file' }).waitFor();
});
