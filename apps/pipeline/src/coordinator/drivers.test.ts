import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { formatDay, parseDay, type TenantId, weekday } from '@shelfcast/domain';
import { openShop, type Shop } from '../testing/shop.ts';
import { runForecasts } from './run-forecasts.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop[Symbol.asyncDispose]());

const LAST = parseDay('2024-05-31')!;
const DAYS = 400;
const AHEAD = 14;

/** A number in [0, 1) that looks like chance and is none. */
const scatter = (n: number): number => {
  const far = Math.sin(n) * 43_758.5453;
  return far - Math.floor(far);
};
const isPromoted = (day: number): boolean => scatter(Math.floor(day / 3) + 11_000) < 0.2;

/** Two products that sell three times as much on promotion, and the promotions of the days to come. */
function sales(): string {
  const rows = ['date,product,location,units,promo'];
  for (let day = LAST - DAYS + 1; day <= LAST + AHEAD; day++) {
    const promo = isPromoted(day);
    for (const product of ['lamp', 'jar']) {
      const usual = (product === 'lamp' ? 30 : 18) + 4 * weekday(day);
      const units = Math.round(usual * (promo ? 3 : 1) * (0.9 + 0.2 * scatter(day * 7 + product.length)));
      rows.push(`${formatDay(day)},${product},Main,${day <= LAST ? units : ''},${promo ? 1 : 0}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

async function totalOf(tenant: TenantId) {
  const { run } = await shop.request(tenant, { horizon: AHEAD });
  const done = await runForecasts({ ...shop, database: shop.clone.database, workers: 2 }, tenant, run);
  assert.equal(done.state, 'published', JSON.stringify(done.failure));
  const total = JSON.parse((await shop.store.get(tenant, run, 'total', 0)) as string);
  return { wape: done.accuracy?.wape as number, mean: total.mean as number[] };
}

test('planned promotions raise the forecasts of their days, of products and of the whole, and the errors fall', async () => {
  const knowing = await shop.clone.tenant();
  await shop.load(knowing, sales(), { known: ['promo'] });
  const unknowing = await shop.clone.tenant();
  await shop.load(unknowing, sales());
  const [withPromotions, without] = [await totalOf(knowing), await totalOf(unknowing)];
  assert.ok(withPromotions.wape < 0.7 * without.wape, `${withPromotions.wape} ${without.wape}`);
  const days = Array.from({ length: AHEAD }, (_, k) => k);
  const meanOf = (mean: number[], chosen: number[]) =>
    chosen.reduce((sum, k) => sum + mean[k], 0) / chosen.length;
  const promoted = days.filter((k) => isPromoted(LAST + 1 + k));
  const usual = days.filter((k) => !isPromoted(LAST + 1 + k));
  assert.ok(promoted.length > 0 && usual.length > 0);
  const { mean } = withPromotions;
  assert.ok(meanOf(mean, promoted) > 1.5 * meanOf(mean, usual), String(mean));
});
