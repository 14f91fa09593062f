import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { binary, january, januarySales, openDesk, records } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);
desk.write('sales.csv', januarySales());

/** 40 series of 200 days from a fixed recurrence: enough that two threads share the work. */
function manySeries(): string {
  const rows = ['item,store,date,units'];
  let state = 1;
  for (let item = 0; item < 40; item++)
    for (let day = 0; day < 200; day++) {
      state = (state * 48271) % 2147483647;
      rows.push(
        `p${item},s${item % 3},${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${(state % 7) + (day % 7)}`,
      );
    }
  return `${rows.join('\n')}\n`;
}

test('the result has the ids, date, model, mean and quantiles, and doesn’t depend on the number of threads', async () => {
  desk.write('many.csv', manySeries());
  const columns = ['--id', 'item,store', '--date', 'date', '--value', 'units', '--horizon', '5'];
  const levels = ['--quantiles', '0.9,0.05,0.5'];
  for (const workers of ['1', '2']) {
    const { code, stderr } = await desk.run(
      'forecast',
      'many.csv',
      ...columns,
      ...levels,
      '--workers',
      workers,
      '--output',
      `w${workers}.csv`,
    );
    assert.equal(code, 0, stderr);
  }
  assert.equal(desk.read('w1.csv'), desk.read('w2.csv'));
  assert.equal(desk.read('w1.csv').split('\n')[0], 'item,store,date,model,mean,q0.05,q0.5,q0.9');
  const rows = records(desk.read('w1.csv'));
  assert.equal(rows.length, 200);
  for (const row of rows)
    assert.ok(Number(row['q0.05']) <= Number(row['q0.5']) && Number(row['q0.5']) <= Number(row['q0.9']));
});

test('--json puts one JSON object on stdout, and nothing else', async () => {
  const { code, stdout } = await desk.run(
    'forecast',
    'sales.csv',
    ...january,
    '--json',
    '--output',
    'out.csv',
  );
  assert.equal(code, 0);
  const summary = JSON.parse(stdout);
  assert.equal(summary.series, 1);
  assert.equal(summary.rows, 7);
  assert.deepEqual(Object.values(summary.models), [1]);
  assert.ok(summary.seconds > 0 && summary.peakMemoryBytes > 1e6);
});

test('with --output - the forecasts alone are on stdout, and the summary is on stderr', async () => {
  const { stdout, stderr } = await desk.run('forecast', 'sales.csv', ...january, '--output', '-');
  assert.equal(records(stdout).length, 7);
  assert.match(stderr, /Models used/);
});

test('what is printed elsewhere than on a terminal has no colour and no control characters', async () => {
  const { stdout, stderr } = await desk.run('forecast', 'sales.csv', ...january, '--output', 'out.csv');
  assert.ok(![...(stdout + stderr)].some((letter) => letter < ' ' && letter !== '\n'));
});

test('the next command that is printed works when pasted', async () => {
  const { stdout } = await desk.run('forecast', 'sales.csv', ...january, '--output', 'out.csv');
  const next = /shelfcast (backtest .*)/.exec(stdout)?.[1].split(' ') ?? [];
  const { code, stdout: report } = await desk.run(...next);
  assert.equal(code, 0);
  assert.match(report, /On average off by/);
});

test('a place that can’t be written to is refused before any work', async () => {
  mkdirSync(join(desk.folder, 'folder.csv'));
  const cases: [output: string, code: number, says: RegExp][] = [
    ['folder.csv', 3, /is a folder/],
    ['nowhere/out.csv', 3, /doesn’t exist/],
    ['sales.csv', 3, /the file that is read/],
    ['out.xlsx', 2, /neither with .csv nor with .parquet/],
  ];
  for (const [output, expected, says] of cases) {
    const { code, stderr } = await desk.run('forecast', 'sales.csv', ...january, '--output', output);
    assert.equal(code, expected, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /Reading/);
  }
});

test('an interrupted run answers 130, and leaves the older result as it was', async () => {
  desk.write('older.csv', 'older');
  desk.write('many.csv', manySeries());
  const before = desk.files();
  const child = spawn(
    process.execPath,
    [
      binary,
      'forecast',
      'many.csv',
      '--id',
      'item',
      '--date',
      'date',
      '--value',
      'units',
      '--horizon',
      '5',
      '--output',
      'older.csv',
    ],
    { cwd: desk.folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.on('data', (text: Buffer) => {
    if (text.includes('Reading')) child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 130);
  assert.equal(desk.read('older.csv'), 'older');
  assert.deepEqual(desk.files(), before);
});
