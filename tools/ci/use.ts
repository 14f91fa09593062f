import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Report } from './report.ts';
import type { Started } from './started.ts';

/** Uses what `npm start` printed, and nothing else. */
export async function useAsStranger(
  { address, email, password, curl }: Started,
  { check }: Pick<Report, 'check'>,
): Promise<void> {
  await check('the printed curl line works when pasted', () => {
    const answer = JSON.parse(execFileSync('sh', ['-c', curl], { encoding: 'utf8' })) as Record<
      string,
      unknown
    >;
    assert.ok(!('status' in answer && 'detail' in answer), JSON.stringify(answer));
    return undefined;
  });
  let cookie = '';
  await check('the printed password signs in', async () => {
    const response = await fetch(`${address}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email, password }),
    });
    assert.ok(response.ok, `${response.status} ${await response.text()}`);
    cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    assert.notEqual(cookie, '');
    return undefined;
  });
  const read = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${address}${path}`, { headers: { cookie } });
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
    return (await response.json()) as T;
  };
  await check('a series has a forecast for every day of the horizon', async () => {
    const { items } = await read<{ items: { series: number }[] }>('/v1/series?limit=1');
    assert.equal(items.length, 1);
    const forecast = await read<{ horizon: number; mean: number[] }>(`/v1/forecasts/${items[0].series}`);
    assert.equal(forecast.mean.length, forecast.horizon);
    return `${forecast.horizon} days`;
  });
  await check('the dashboard is served, and without a session nothing else is', async () => {
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<script[^>]+src=/);
    assert.equal((await fetch(`${address}/v1/overview`)).status, 401);
    return undefined;
  });
}
