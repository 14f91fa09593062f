import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('runs', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;

  await t.test('a run is started by keyboard, followed live, and its forecasts are then in use', async () => {
    await dashboard.open('/runs');
    await page.getByRole('button', { name: 'Start a run' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Start a run' });
    await dialog.getByLabel('Week', { exact: true }).check({ force: true });
    assert.equal(await dialog.getByLabel('How many weeks ahead').inputValue(), '13');
    await dialog.getByLabel('How many weeks ahead').fill('8');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\/8$/);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('heading', { level: 1, name: /these are the numbers in use/ }).waitFor();
    await page.getByText(/8 weeks ahead/).waitFor();
  });

  await t.test(
    'a horizon that makes no sense is refused where it is typed, and the button says why',
    async () => {
      await dashboard.open('/runs');
      await page.getByRole('button', { name: 'Start a run' }).click();
      await page.getByLabel(/ahead/).fill('0');
      await page.getByText('Enter a whole number from 1 to 730.').first().waitFor();
      assert.equal(
        await page.getByRole('button', { name: 'Start', exact: true }).getAttribute('aria-disabled'),
        'true',
      );
      await page.keyboard.press('Escape');
    },
  );

  await t.test('failures are counted by cause, and each product is named with its stand-in', async () => {
    await dashboard.open('/runs/7');
    await page
      .getByRole('row', { name: /did not converge/ })
      .first()
      .waitFor();
    await page.getByRole('columnheader', { name: 'Stands in' }).waitFor();
  });

  await t.test('a failed run says what happened, what to do, and that the old forecasts stay', async () => {
    await dashboard.open('/runs/5');
    await page.getByRole('heading', { level: 1, name: /the forecasts before it stay in use/ }).waitFor();
    await page.getByText(/Free some space/).waitFor();
  });
});

test('a run that is under way can be stopped, and the forecasts in use stay', { skip }, async () => {
  await using dashboard = await openDashboard({ stepMs: 1500 });
  const { page } = dashboard;
  await dashboard.open('/runs');
  await page.getByRole('button', { name: 'Start a run' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Stop this run' }).click();
  await page.getByRole('button', { name: 'Stop it' }).click();
  await page.getByRole('heading', { level: 1, name: /This run was stopped/ }).waitFor();
});

test('a viewer cannot start a run, and the button says why', { skip }, async () => {
  await using dashboard = await openDashboard({ role: 'viewer' });
  await dashboard.open('/runs');
  const button = dashboard.page.getByRole('button', { name: 'Start a run' });
  await button.click({ force: true });
  assert.equal(await dashboard.page.getByRole('dialog').count(), 0);
  assert.match(
    await button.evaluate(
      (element) => document.getElementById(element.getAttribute('aria-describedby')!)!.textContent,
    ),
    /viewer/,
  );
});
