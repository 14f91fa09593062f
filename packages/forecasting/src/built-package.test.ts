import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Source from './index.ts';
import { forecastPanel } from './index.ts';
import { type InstalledPackage, installPackage } from './testing/installed-package.ts';
import { weekly } from './testing/panel-forecast.ts';
import { panelOf, sales } from './testing/series.ts';
import type * as Threads from './threads/index.ts';

let installed: InstalledPackage;
before(() => {
  installed = installPackage();
});
after(() => installed?.remove());

const load = (entry: string): Promise<unknown> =>
  import(pathToFileURL(join(installed.packageFolder, entry)).href);

test('the packed package, which is JavaScript, forecasts the same numbers, on its own threads too', async () => {
  const { forecastPanel: builtForecast } = (await load('index.js')) as typeof Source;
  const { forecastPanelOnThreads } = (await load('threads/index.js')) as typeof Threads;
  const panel = panelOf(sales(100, 4, 1), sales(90, 40, 2));
  const expected = forecastPanel(panel, weekly);
  assert.deepEqual(builtForecast(panel, weekly), expected);
  const threaded = await forecastPanelOnThreads(panel, weekly, { workers: 2 });
  assert.deepEqual(threaded.quantileValues, expected.quantileValues);
});

test('it holds what a reader looks for, and neither tests nor a dependency', () => {
  const manifest = JSON.parse(readFileSync(join(installed.packageFolder, 'package.json'), 'utf8'));
  assert.equal(manifest.private, undefined);
  assert.equal(manifest.dependencies, undefined);
  const files = readdirSync(installed.packageFolder, { recursive: true }).map(String);
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'index.js', 'index.d.ts', 'threads/index.d.ts'])
    assert.ok(files.includes(file), file);
  assert.deepEqual(
    files.filter((file) => /\.test\.|testing|fixtures/.test(file)),
    [],
  );
});

test('every example of the README runs, and its types are right under strict', () => {
  const readme = readFileSync(join(installed.packageFolder, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.ok(examples.length >= 3);
  const files = examples.map((code, i) => {
    const file = join(installed.folder, `example-${i}.ts`);
    writeFileSync(file, code);
    return file;
  });
  const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
  // As a strict project without Node's types has it: the language and the web.
  const compilerOptions = { noEmit: true, strict: true, target: 'es2023', module: 'nodenext', types: [] };
  writeFileSync(
    join(installed.folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.ts'] }),
  );
  const checked = spawnSync(process.execPath, [compiler, '-p', installed.folder], { encoding: 'utf8' });
  assert.equal(checked.status, 0, checked.stdout);
  for (const file of files) {
    const said = execFileSync(process.execPath, [file], { cwd: installed.folder, encoding: 'utf8' });
    assert.match(said, /\d/);
  }
});

test('the README’s table names every model, and no other', async () => {
  const { modelNames } = (await load('index.js')) as typeof Source;
  const readme = readFileSync(join(installed.packageFolder, 'README.md'), 'utf8');
  const [, models] = /\n## Models\n([\s\S]*?)\n## /.exec(readme) as unknown as [string, string];
  const named = [...models.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  // Patterns of names, such as `mean(…)`, stand in the table too.
  assert.deepEqual(named.filter((name) => !name.includes('…')).sort(), [...modelNames].sort());
});
