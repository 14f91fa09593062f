import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { monthlyRevenue } from '../../../packages/ledger/src/testing/monthly-revenue.ts';
import type { Context, Experiment } from '../../shared/experiment.ts';
import { type RunningPlatform, startPlatform } from '../../shared/platform.ts';
import { megabytes, seconds } from '../../shared/result-table.ts';
import { ledgerRevenue } from './ledger-revenue.ts';

/** Of the sample, in the small experiment. */
const SMALL_ROWS = 5_000;
const LOOK_MS = 20;
const SAMPLE = new URL('../../../samples/online-retail/sales.csv.gz', import.meta.url);

interface Import {
  readonly import: number;
  readonly state: string;
  readonly rows_in: number;
  readonly rows_superseded: number;
  readonly started_at: string;
}

interface Brought extends Import {
  /** From the moment a worker took it until the API said that it had ended. */
  readonly seconds: number;
}

export const experiment: Experiment = {
  question:
    'How long does the whole UCI Online Retail file take into the ledger: new, again, corrected, and taken back?',
  async run(context) {
    const text = textOf(context);
    const corrected = correct(text);
    const platform = await startPlatform(openingShop(context), [], context.workFolder);
    let peak: Awaited<ReturnType<RunningPlatform['stop']>> | undefined;
    try {
      const holds = async (expected: string) =>
        assert.deepEqual(await ledgerRevenue(platform.dataFolder), [...monthlyRevenue(expected).months]);
      const first = await bring(platform, text);
      await holds(text);
      const again = await bring(platform, text);
      assert.equal(again.state, 'unchanged');
      const second = await bring(platform, corrected);
      await holds(corrected);
      const undoing = performance.now();
      await platform.get(`/v1/imports/${second.import}/undo`, { method: 'POST' });
      const undoSeconds = (performance.now() - undoing) / 1000;
      await holds(text);
      peak = await platform.stop();
      return {
        head: ['what', 'rows', 'took', 'rows/s'],
        rows: [
          timed('new: queued, parsed, written, committed', first, first.rows_in),
          timed('the same file again: unchanged', again, first.rows_in),
          timed(`corrected: ${count(second.rows_superseded)} lines replaced`, second, second.rows_in),
          ['corrected: taken back whole', count(second.rows_in), seconds(undoSeconds), ''],
          ['revenue by month, after each', `${monthlyRevenue(text).months.size} months`, 'to the penny', ''],
          ['peak memory of the largest process', '', megabytes(peak.largestBytes), ''],
        ],
      };
    } finally {
      if (peak === undefined) await platform.stop();
    }
  },
};

function textOf(context: Context): string {
  if (context.small)
    return `${gunzipSync(readFileSync(SAMPLE))
      .toString('utf8')
      .split('\n')
      .slice(0, SMALL_ROWS + 1)
      .join('\n')}\n`;
  const folder = context.dataFolder('online-retail');
  return gunzipSync(readFileSync(join(folder, 'online-retail.csv.gz'))).toString('utf8');
}

/** The same sales, but for the first line: it sold one more. */
function correct(text: string): string {
  return text.replace(/^(\d+,[^,]+,[^,]*,)(\d+)(,)/m, (_, before: string, units: string, after: string) => {
    return `${before}${Number(units) + 1}${after}`;
  });
}

/** A platform starts with a file of its own; this one has no money, so that it adds nothing to the revenue. */
function openingShop(context: Context): string {
  const file = join(context.workFolder, 'first.csv');
  const days = Array.from(
    { length: 28 },
    (_, i) => `2026-01-${String(i + 1).padStart(2, '0')},tea,${1 + (i % 7)}\n`,
  );
  writeFileSync(file, `date,product,units\n${days.join('')}`);
  return file;
}

/** Uploads a file and waits until its import has ended. */
async function bring(platform: RunningPlatform, text: string): Promise<Brought> {
  const answer = await platform.get('/v1/imports?file_name=online-retail.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: text,
  });
  let row = (await answer.json()) as Import;
  while (row.state === 'queued' || row.state === 'loading') {
    await sleep(LOOK_MS);
    row = (await (await platform.get(`/v1/imports/${row.import}`)).json()) as Import;
  }
  assert.ok(row.state === 'committed' || row.state === 'unchanged', JSON.stringify(row));
  return { ...row, seconds: (Date.now() - Date.parse(row.started_at)) / 1000 };
}

function timed(what: string, brought: Brought, rows: number): string[] {
  return [what, count(rows), seconds(brought.seconds), count(Math.round(rows / brought.seconds))];
}

const count = (number: number): string => number.toLocaleString('en-US');
