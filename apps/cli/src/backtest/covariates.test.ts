import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatDay, parseDay, weekday } from '@shelfcast/domain';
import { holidaysBetween, parsePlace } from '@shelfcast/domain/calendar';
import { openDesk } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);

const DAYS = 900;
const FIRST = parseDay('2021-08-01')!;

/** A number in [0, 1) that looks like chance and is none. */
const scatter = (n: number): number => {
  const far = Math.sin(n) * 43_758.5453;
  return far - Math.floor(far);
};

/** Daily sales of an item around a weekly rhythm, times what is special on a day. */
function sales(columns: string, row: (day: number, i: number) => { times: number; more: string }): string {
  const rows = Array.from({ length: DAYS }, (_, i) => {
    const day = FIRST + i;
    const { times, more } = row(day, i);
    const units = Math.round((40 + 10 * weekday(day)) * times * (0.9 + 0.2 * scatter(i)));
    return `a,${formatDay(day)},${units}${more}`;
  });
  return `item,date,units${columns}\n${rows.join('\n')}\n`;
}

async function wape(file: string, ...more: string[]): Promise<number> {
  const common = ['--id', 'item', '--date', 'date', '--value', 'units', '--horizon', '28', '--workers', '1'];
  const { code, stdout, stderr } = await desk.run('backtest', file, ...common, ...more, '--json');
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout).models.find(({ model }: { model: string }) => model === 'auto').wape;
}

test('a promotion that is known ahead is forecast: the backtest’s error falls to the noise', async () => {
  desk.write(
    'promo.csv',
    sales(',promo', (_, i) => {
      const promo = scatter(1000 + Math.floor(i / 3)) < 0.2 ? 1 : 0;
      return { times: 1 + promo, more: `,${promo}` };
    }),
  );
  const without = await wape('promo.csv');
  const knowing = await wape('promo.csv', '--known', 'promo');
  assert.ok(without > 0.15 && knowing < 0.08, `${without} ${knowing}`);
});

test('holidays that sell like no other day are forecast where --holidays says whose they are', async () => {
  const off = new Set(
    holidaysBetween(parsePlace('DE-BY')!, FIRST, FIRST + DAYS)
      .filter(({ kind }) => kind === 'public')
      .map(({ day }) => day),
  );
  desk.write(
    'eves.csv',
    sales('', (day) => ({ times: off.has(day + 1) && !off.has(day) ? 3 : 1, more: '' })),
  );
  const without = await wape('eves.csv', '--origins', '2');
  const knowing = await wape('eves.csv', '--origins', '2', '--holidays', 'DE-BY');
  assert.ok(knowing < 0.8 * without, `${without} ${knowing}`);
});

test('a place without a calendar is refused before the file is read, with what there is', async () => {
  const refused = async (place: string) => {
    const { code, stderr } = await desk.run(
      ...['forecast', 'no.csv', '--id', 'item', '--date', 'date', '--value', 'units', '--horizon', '7'],
      ...['--output', '-', '--holidays', place],
    );
    assert.equal(code, 2);
    return stderr;
  };
  assert.match(await refused('DE-XX'), /DE-BW, DE-BY/);
  assert.match(await refused('Germany'), /Write --holidays DE\./);
  assert.match(await refused('ZZ'), /ISO 3166/);
});

test('--season takes longer seasons after the first, and days have the year where history holds two', async () => {
  desk.write(
    'plain.csv',
    sales('', () => ({ times: 1, more: '' })),
  );
  const seasons = async (...more: string[]) => {
    const { stdout, stderr } = await desk.run(
      ...['backtest', 'plain.csv', '--id', 'item', '--date', 'date', '--value', 'units', '--horizon', '28'],
      ...['--models', 'naive', '--origins', '1', '--json', ...more],
    );
    const { season, seasons: longer } = stdout === '' ? { season: stderr, seasons: [] } : JSON.parse(stdout);
    return [season, ...longer];
  };
  assert.deepEqual(await seasons(), [7, 365.25]);
  assert.deepEqual(await seasons('--season', '7'), [7]);
  assert.deepEqual(await seasons('--season', '7,30.4,365.25'), [7, 30.4, 365.25]);
  assert.match(String((await seasons('--season', '7,5'))[0]), /--season has "5"/);
});
