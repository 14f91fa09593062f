import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { skip } from './chromium.ts';
import { openDashboard } from './dashboard.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const paths = [
  '/',
  '/products',
  '/products?attribute=category:Candles',
  '/products/3',
  '/products/21',
  '/accuracy',
  '/data-health',
  '/imports',
  '/imports/4',
  '/runs',
  '/runs/7',
  '/settings',
  '/settings/calendar',
];

/** What axe finds wrong, one line each. Its script comes by the debugger, which the page's policy doesn't bind. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe }).catch(async () => {
    const { readFile } = await import('node:fs/promises');
    await page.evaluate(await readFile(axe, 'utf8'));
  });
  const results = await page.evaluate(async (tags) => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return runner.run({ runOnly: { type: 'tag', values: tags } });
  }, rules);
  return results.violations.map(
    (found) =>
      `${found.id}: ${found.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a fault that axe can see, ${colorScheme}`, { skip }, async (t) => {
    await using dashboard = await openDashboard({}, { colorScheme });
    for (const path of paths) {
      await t.test(path, async () => {
        await dashboard.open(path);
        await dashboard.page.waitForTimeout(300);
        assert.deepEqual(await faults(dashboard.page), []);
      });
    }
    await t.test('a file under review, and its columns', async () => {
      await dashboard.open('/imports');
      await dashboard.page.getByLabel('Sales file').setInputFiles({
        name: 'products.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('sku,name,category\nM-1,Mug,Cups\n,Lid,Cups\n'),
      });
      await dashboard.page.getByRole('heading', { name: /^1 product with/ }).waitFor();
      assert.deepEqual(await faults(dashboard.page), []);
      await dashboard.page.getByRole('button', { name: 'Change columns' }).click();
      assert.deepEqual(await faults(dashboard.page), []);
    });
    await t.test('dialogs', async () => {
      await dashboard.open('/runs');
      await dashboard.page.getByRole('button', { name: 'Start a run' }).click();
      assert.deepEqual(await faults(dashboard.page), []);
      await dashboard.page.keyboard.press('Escape');
      await dashboard.page.keyboard.press('/');
      await dashboard.page.getByRole('combobox').waitFor();
      assert.deepEqual(await faults(dashboard.page), []);
    });
  });
}

test('on a phone nothing is cut off or too small to touch', { skip }, async (t) => {
  await using dashboard = await openDashboard(
    {},
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  );
  const { page } = dashboard;
  for (const path of paths) {
    await t.test(path, async () => {
      await dashboard.open(path);
      await page.waitForTimeout(200);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        'no sideways scrolling',
      );
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select')]
          .filter((one) => one.offsetParent && (one.offsetHeight < 24 || one.offsetWidth < 24))
          .map((one) => one.textContent),
      );
      assert.deepEqual(small, []);
    });
  }
  await t.test('a finger reads the chart', async () => {
    await dashboard.open('/products/1');
    const chart = page.getByRole('slider');
    await chart.waitFor();
    await page.waitForTimeout(300);
    await chart.scrollIntoViewIfNeeded();
    const box = (await chart.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width * 0.85, box.y + box.height / 2);
    await page.getByText('8 of 10 times', { exact: true }).first().waitFor();
  });
});

test('who uses the keyboard can skip the navigation', { skip }, async () => {
  await using dashboard = await openDashboard();
  const { page } = dashboard;
  await dashboard.open('/runs');
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
});
