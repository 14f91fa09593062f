import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFile, recipeFrom } from './make-file.ts';
import { runFuzz } from './run-fuzz.ts';
import { seedFiles } from './seeds.ts';

/** Few enough for every run of the tests; `node tools/fuzz-files.ts` reads ten thousand. */
const FILES = 300;

test('hostile files made from real ones are refused by name, or every row of them is accounted for', async () => {
  const { files, failures, outcomes, rows } = await runFuzz({ files: FILES, seed: 1, readers: 2 });
  assert.deepEqual(
    failures.map(({ recipe, message }) => `${JSON.stringify(recipe)}\n${message}`),
    [],
  );
  assert.equal(files, FILES);
  // Were all of them refused, or all of them read, nothing would have been tried.
  assert.ok(outcomes.get('read')! > FILES / 5 && outcomes.size > 5 && rows > FILES);
});

test('a file is made again, byte for byte, from its recipe', async () => {
  const seeds = await seedFiles();
  for (let seed = 1; seed <= 40; seed++) {
    const recipe = recipeFrom(seed, seeds);
    assert.deepEqual(makeFile(recipe, seeds), makeFile(JSON.parse(JSON.stringify(recipe)), seeds));
  }
});
