import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('API keys', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;
  await dashboard.open('/settings');

  await t.test('a key needs a name, and its secret is shown once', async () => {
    await page.getByRole('button', { name: 'New key' }).click();
    const create = page.getByRole('button', { name: 'Create key' });
    assert.equal(await create.getAttribute('aria-disabled'), 'true');
    await page.getByLabel('Name').fill('Spreadsheet');
    await create.click();
    await page.getByText(/^sc_[\w-]{20,}$/).waitFor();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    assert.equal(await page.getByText(/^sc_[\w-]{20,}$/).count(), 0);
    await page.reload();
    await page.getByRole('row', { name: /Spreadsheet/ }).waitFor();
    assert.equal(await page.getByText(/^sc_[\w-]{20,}$/).count(), 0);
  });

  await t.test('revoking asks first', async () => {
    await page.getByRole('button', { name: 'Revoke Spreadsheet' }).click();
    await page
      .getByRole('dialog', { name: 'Revoke “Spreadsheet”?' })
      .getByRole('button', { name: 'Revoke key' })
      .click();
    await page
      .getByRole('row', { name: /Spreadsheet/ })
      .getByText('revoked')
      .waitFor();
  });
});

test('who is no owner sees no keys, and is told why', { skip }, async () => {
  await using dashboard = await openDashboard({ role: 'planner' });
  await dashboard.open('/settings');
  await dashboard.page
    .getByRole('paragraph')
    .filter({ hasText: 'Only an owner can make and revoke keys.' })
    .waitFor();
});
