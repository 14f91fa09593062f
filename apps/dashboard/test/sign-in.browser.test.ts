import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

test('signing in', { skip }, async (t) => {
  await using dashboard = await openDashboard();
  const { page, mock } = dashboard;

  await t.test('a wrong password is said with its remedy, stays, and keeps the email', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill('demo@shelfcast.example');
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Password').press('Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('Email or password is wrong').waitFor();
    await alert.getByText(/Check both/).waitFor();
    assert.equal(await page.getByLabel('Email').inputValue(), 'demo@shelfcast.example');
  });

  await t.test('an empty field is named, and nothing is sent', async () => {
    await page.getByLabel('Password').fill('');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your password.').waitFor();
  });

  await t.test('whoever comes by a deep link lands there after signing in', async () => {
    await page.goto(`${mock.url}/products?location=LDN`);
    await page.waitForURL(/sign-in/);
    await page.getByLabel('Email').fill('demo@shelfcast.example');
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: '100 products in London Camden' }).waitFor();
  });

  await t.test('an address that would leave the site is not followed', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${mock.url}/sign-in?to=//evil.example/`);
    await page.getByLabel('Email').fill('demo@shelfcast.example');
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    assert.equal(new URL(page.url()).host, new URL(mock.url).host);
  });

  await t.test('a session that ends elsewhere leads to the sign-in and back to the same page', async () => {
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Runs' }).click();
    await page.waitForURL(/sign-in/);
  });
});
