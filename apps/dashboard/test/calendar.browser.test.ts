import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('the calendar', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page, mock } = dashboard;
  await dashboard.open('/settings');
  await page.getByRole('link', { name: 'Open the calendar' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Holidays of United Kingdom, and no events of your own' })
    .waitFor();

  await t.test('a place is chosen by name, country first, and can be taken back', async () => {
    await page.getByText('Told by your time zone: United Kingdom.').waitFor();
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByLabel('Part of the country').selectOption({ label: 'Bayern' });
    await page.getByRole('button', { name: 'Keep these holidays' }).click();
    await page.getByRole('heading', { level: 1, name: /^Holidays of Germany, Bayern/ }).waitFor();
    assert.equal(mock.world.calendar.place, 'DE-BY');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: /^Holidays of United Kingdom/ }).waitFor();
    assert.equal(mock.world.calendar.place_from, 'time zone');
  });

  await t.test('an event says by field what is missing, and is added', async () => {
    await page.getByRole('button', { name: 'Add an event' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an event' });
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.getByText('Give it a name.').waitFor();
    await dialog.getByText('Give its first day.').waitFor();
    await dialog.getByLabel('Name').fill('Street fair');
    await dialog.getByLabel('First day').fill('2026-06-20');
    assert.equal(await dialog.getByLabel('Last day').inputValue(), '2026-06-20');
    await dialog.getByLabel('Last day').fill('2026-06-19');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.getByText('It ends before it begins.').waitFor();
    await dialog.getByLabel('Last day').fill('2026-06-21');
    await dialog.getByLabel('On the same dates every year').check();
    await dialog.getByLabel('Some locations').check();
    await dialog.getByLabel('Leeds Arcade').check();
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await page
      .getByRole('row', { name: /Street fair 20\s*–\s*21\sJun\s2026.*every year.*Leeds Arcade/ })
      .waitFor();
    assert.deepEqual(mock.world.calendar.events, [
      {
        name: 'Street fair',
        kind: 'event',
        from: '2026-06-20',
        to: '2026-06-21',
        yearly: true,
        locations: [4],
      },
    ]);
  });

  await t.test(
    'what the API refuses stands beside the field it means, and nothing typed is lost',
    async () => {
      await page.getByRole('button', { name: 'Change Street fair' }).click();
      const dialog = page.getByRole('dialog', { name: 'Change “Street fair”' });
      mock.world.refuseEvents = true;
      await dialog.getByLabel('Closed').check();
      await dialog.getByRole('button', { name: 'Save the change' }).click();
      await dialog.getByText(/Choose an earlier last day/).waitFor();
      assert.equal(await dialog.getByLabel('Last day').getAttribute('aria-invalid'), 'true');
      mock.world.refuseEvents = false;
      await dialog.getByRole('button', { name: 'Save the change' }).click();
      await page.getByRole('row', { name: /Street fair closed/ }).waitFor();
    },
  );

  await t.test('a removed event comes back by undo', async () => {
    await page.getByRole('button', { name: 'Remove Street fair' }).click();
    await page.getByText('“Street fair” was removed').first().waitFor();
    assert.deepEqual(mock.world.calendar.events, []);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('row', { name: /Street fair/ }).waitFor();
  });

  await t.test('a shop that lies elsewhere keeps other holidays', async () => {
    await page.getByRole('button', { name: 'Add a shop' }).click();
    const dialog = page.getByRole('dialog', { name: 'A shop that lies elsewhere' });
    await dialog.getByLabel('Shop').selectOption({ label: 'York Shambles' });
    await dialog.getByLabel('Country').selectOption({ label: 'Ireland' });
    await dialog.getByRole('button', { name: 'Keep these holidays' }).click();
    await page.getByRole('row', { name: /York Shambles Ireland/ }).waitFor();
    assert.deepEqual(mock.world.calendar.locations, [{ location: 6, place: 'IE' }]);
    assert.deepEqual(dashboard.complaints, []);
  });
});

test('events that files state are shown, and where they can be changed', { skip }, async () => {
  await using dashboard = await openDashboard();
  const cup = { name: 'Cup final', kind: 'event', yearly: false, locations: null } as const;
  const { world } = dashboard.mock;
  world.calendar = {
    ...world.calendar,
    events_from_files: [{ ...cup, from: '2027-05-22', to: '2027-05-22' }],
  };
  await dashboard.open('/settings/calendar');
  const panel = dashboard.page.getByRole('region', { name: 'Events from your files' });
  await panel.getByRole('row', { name: /Cup final 22\sMay\s2027 Everywhere/ }).waitFor();
  assert.equal(await panel.getByRole('link', { name: 'Imports' }).getAttribute('href'), '/imports');
  assert.equal(await panel.getByRole('button').count(), 0);
});

test('who may only read sees the calendar, and why it cannot be changed', { skip }, async () => {
  await using dashboard = await openDashboard({ role: 'viewer' });
  await dashboard.open('/settings/calendar');
  const add = dashboard.page.getByRole('button', { name: 'Add an event' });
  assert.equal(await add.getAttribute('aria-disabled'), 'true');
});
