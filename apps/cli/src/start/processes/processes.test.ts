import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { asStartFailure } from './report.ts';
import { listenForStop } from './stop-request.ts';
import { ProcessEnded, type ProcessPlan, supervise } from './supervise.ts';

function planFor(t: { after(work: () => void): void }, source: string): ProcessPlan & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-supervise-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const entry = join(folder, 'main.mjs');
  writeFileSync(entry, source);
  const environment = { ...process.env, MARK: join(folder, 'mark') };
  return { name: 'test process', entry, args: [], environment, log: join(folder, 'out.log'), folder };
}

async function until(condition: () => boolean, ms = 10_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    assert.ok(performance.now() < deadline, 'It took too long.');
    await sleep(20);
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(
      existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '',
    );
  } catch {
    return false;
  }
};

const DRAINING = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(process.env.MARK, 'started ' + process.pid + '\\n');
  const timer = setInterval(() => {}, 1000);
  process.on('SIGTERM', () => setTimeout(() => { appendFileSync(process.env.MARK, 'drained\\n'); clearInterval(timer); }, 100));
`;
const marks = (plan: { folder: string }): string[] =>
  existsSync(join(plan.folder, 'mark'))
    ? readFileSync(join(plan.folder, 'mark'), 'utf8').trim().split('\n')
    : [];

test('a process is given time to drain before it is stopped', async (t) => {
  const plan = planFor(t, DRAINING);
  const part = supervise(plan, { restarting: () => assert.fail() });
  await until(() => marks(plan).length === 1);
  const { pid } = part;
  await part.stop();
  assert.equal(marks(plan).at(-1), 'drained');
  assert.equal(alive(pid!), false);
});

test('a process that ends by itself is started again, after a wait, and that is told', async (t) => {
  const plan = planFor(t, DRAINING);
  const told: string[] = [];
  const part = supervise(plan, { restarting: (name, how, ms) => told.push(`${name} ${how} ${ms}`) });
  await until(() => marks(plan).length === 1);
  part.ready();
  process.kill(part.pid!, 'SIGKILL');
  await until(() => marks(plan).length === 2);
  assert.deepEqual(told, ['test process SIGKILL 500']);
  await part.stop();
});

test('a process that ends before it was ready fails the start, with its last words', async (t) => {
  const plan = planFor(t, `console.error('no such table'); process.exit(3);`);
  const part = supervise(plan, { restarting: () => assert.fail() });
  const failure = await part.brokenAtStart.catch((error: unknown) => error);
  assert.ok(failure instanceof ProcessEnded);
  assert.match(String(asStartFailure(failure)), /exit code 3.*no such table/s);
});

test('when the parent is killed, its processes drain and end', async (t) => {
  const plan = planFor(t, DRAINING);
  const supervisor = new URL('./supervise.ts', import.meta.url).href;
  const parentEntry = join(plan.folder, 'parent.mjs');
  writeFileSync(
    parentEntry,
    `import { supervise } from ${JSON.stringify(supervisor)};
     supervise(${JSON.stringify(plan)}, { restarting() {} });`,
  );
  const parent = spawn(process.execPath, [parentEntry], { stdio: 'ignore' });
  await until(() => marks(plan).length === 1);
  const pid = Number(marks(plan)[0].split(' ')[1]);
  assert.ok(alive(pid));
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await until(() => !alive(pid));
  assert.equal(marks(plan).at(-1), 'drained');
});

test('one Ctrl-C that arrives three times is one wish; a second Ctrl-C is impatience', async () => {
  const source = new EventEmitter() as NodeJS.Process;
  const stop = listenForStop(source);
  let killed = 0;
  stop.onImpatience(() => {
    killed += 1;
  });
  for (let copy = 0; copy < 3; copy++) source.emit('SIGINT', 'SIGINT');
  assert.equal(stop.signal.aborted, true);
  assert.equal(killed, 0);
  await sleep(450);
  source.emit('SIGINT', 'SIGINT');
  assert.equal(killed, 1);
});
