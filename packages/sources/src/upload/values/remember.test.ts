import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { ownCopy, remembering, rememberingLast } from './remember.ts';

/** Any texts, many of them several times, with halves of surrogate pairs as JSON can hold them. */
const texts = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\ud83d', "'", ' '), maxLength: 20 }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((some) => fc.array(fc.constantFrom(...some), { maxLength: 30 }));

test('what is remembered is what reading would give, whichever texts come and come again', () => {
  const read = (text: string) => text.trim().toUpperCase();
  fc.assert(
    fc.property(texts, (cells) => {
      const [all, last] = [remembering(read), rememberingLast(read)];
      for (const cell of cells) {
        assert.equal(all(cell), read(cell));
        assert.equal(last(cell), read(cell));
      }
    }),
  );
});

test('equal texts mean the same object, and are read once', () => {
  let reads = 0;
  const read = remembering((text) => {
    reads++;
    return { text };
  });
  assert.equal(read('ab'.slice(0, 1)), read('a'));
  assert.equal(reads, 1);
});

test('more kinds of text than are remembered are read all the same', () => {
  const read = remembering((text) => Number(text));
  for (let round = 0; round < 2; round++) for (let i = 0; i < 140_000; i++) assert.equal(read(String(i)), i);
});

test('a copy is the same text, to the last half of a pair', () => {
  fc.assert(fc.property(texts, (cells) => cells.every((text) => ownCopy(text) === text)));
  for (const text of ['', 'a\ud83d', '\u0080\u00ff', '\u0100']) assert.equal(ownCopy(text), text);
});

test('codes that are remembered do not hold the texts that they were cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const read = remembering((code) => ({ code }));
  const codes = Array.from({ length: 100 }, (_, piece) =>
    read(`${String(piece).padStart(20, '0')}${'x'.repeat(500_000)}`.slice(0, 20)),
  );
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  assert.ok(grown < 5_000_000, `${codes.length} codes hold ${grown} bytes`);
});
