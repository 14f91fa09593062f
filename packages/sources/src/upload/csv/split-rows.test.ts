import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RowSplitter } from './split-rows.ts';

function split(text: string, delimiter = ',', cuts: readonly number[] = []): string[][] {
  const splitter = new RowSplitter(delimiter, 'a.csv');
  const rows: string[][] = [];
  // Pieces end behind a line end, as readText cuts them.
  const lines = text.split(/(?<=\n)/);
  let from = 0;
  for (const cut of [...cuts, lines.length].sort((a, b) => a - b)) {
    const piece = lines.slice(from, cut).join('');
    if (piece !== '') splitter.push(piece, rows);
    from = Math.max(from, cut);
  }
  splitter.end(rows);
  return rows;
}

test('fields are cut at the delimiter and rows at LF or CRLF', () => {
  assert.deepEqual(split('a,b\r\n1,2\n,\n'), [
    ['a', 'b'],
    ['1', '2'],
    ['', ''],
  ]);
});

test('the last row needs no line end', () => {
  assert.deepEqual(split('a,b\n1,2'), [
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('quoted fields hold delimiters, line ends and doubled quotes', () => {
  assert.deepEqual(split('"a,1","b\nc","say ""hi"""\n'), [['a,1', 'b\nc', 'say "hi"']]);
});

test('a quote inside an unquoted field is text, and text behind a closing quote is kept', () => {
  assert.deepEqual(split('5" pipe,"x"y\n'), [['5" pipe', 'xy']]);
});

test('a quotation mark that is never closed is named with its row', () => {
  assert.throws(() => split('a,b\n1,"2\n3,4\n'), { message: /Row 1 opens a quotation mark/ });
});

test('more than 5,000 columns are refused', () => {
  assert.throws(() => split(`${'a,'.repeat(6000)}\n`), { message: /more than 5,000 fields/ });
});

test('a row beyond a million characters is refused before it is held whole', () => {
  const splitter = new RowSplitter(',', 'a.csv');
  const rows: string[][] = [];
  splitter.push('a,"\n', rows);
  assert.throws(
    () => {
      for (let i = 0; i < 100; i++) splitter.push(`${'x'.repeat(65_535)}\n`, rows);
    },
    { message: /longer than 1,048,576 characters/ },
  );
});

test('what is written by the rules is read back, however it is cut', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', ',', ';', '"', '\n', ' ', '\t'),
    maxLength: 6,
  });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.array(fc.nat(12), { maxLength: 3 }), (rows, cuts) => {
      const text = rows
        .map((row) => `${row.map((f) => `"${f.replaceAll('"', '""')}"`).join(',')}\n`)
        .join('');
      assert.deepEqual(split(text, ',', cuts), rows);
    }),
  );
});

test('rows that are passed over are those that cutting would have given first', () => {
  const lines = fc
    .string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r'), maxLength: 40 })
    .map((text) => `${text}\n`);
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 5 }), fc.nat(20), (pieces, most) => {
      const [passing, cutting] = [new RowSplitter(',', 'a.csv'), new RowSplitter(',', 'a.csv')];
      const rows: string[][] = [];
      const all: string[][] = [];
      let passed = 0;
      for (const piece of pieces) {
        cutting.push(piece, all);
        const skipped = passing.skip(piece, most - passed);
        passed += skipped;
        if (skipped === 0) passing.push(piece, rows);
        if (skipped === 0) most = passed;
      }
      assert.deepEqual(rows, all.slice(passed));
    }),
  );
});
