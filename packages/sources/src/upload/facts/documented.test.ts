import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readContent } from '../../testing/read-all.ts';

const page = readFileSync(new URL('../../../../../docs/files.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```csv (\w+)\n([^`]+)^```$/gm)].map(([, kind, text]) => ({
  kind,
  text,
}));

test('the documentation has an example of every kind, and each is read as what it is shown for, whole', async () => {
  assert.deepEqual(
    [...new Set(examples.map(({ kind }) => kind))],
    ['products', 'locations', 'prices', 'stock', 'hours', 'events'],
  );
  for (const { kind, text } of examples) {
    const whole = await readContent(text);
    assert.equal(whole.kind, kind, text);
    assert.deepEqual([whole.skipped, whole.rejected], [[], []], text);
    assert.equal(whole.facts.length, whole.rowsRead, text);
  }
});
