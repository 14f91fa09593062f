import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from './csv.ts';

test('fields with commas, quotes and line breaks are quoted, quotes doubled, lines end with CRLF (RFC 4180)', () => {
  assert.equal(
    csvLine(['a,b', 'say "hi"', 'two\nlines', 'plain', '☕']),
    '"a,b","say ""hi""","two\nlines",plain,☕\r\n',
  );
});

test('text that a spreadsheet would take for a formula becomes text', () => {
  for (const text of ['=1+1', '+A1', '-1+1', '@SUM(A1)', '\tx', '\rx', '＝1']) {
    assert.match(csvLine([text]), /^"?'/, JSON.stringify(text));
  }
  assert.equal(csvLine(['=HYPERLINK("http://x","y")']), `"'=HYPERLINK(""http://x"",""y"")"\r\n`);
});

test('numbers stay numbers, negative ones too; what is not known is empty', () => {
  assert.equal(csvLine(['-1.5', '+2']), '-1.5,+2\r\n');
  assert.equal(csvLine([-1.5, 0, 12, null, Number.NaN]), '-1.5,0,12,,\r\n');
});

test('another separator is quoted in its turn, and a comma is not', () => {
  assert.equal(csvLine(['a;b', '1,5'], ';'), '"a;b";1,5\r\n');
});
