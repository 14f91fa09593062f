import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read-text.ts';

async function decode(bytes: Buffer, pieceBytes = 3): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  let text = '';
  for await (const piece of readText(pieces(), 'a.csv')) text += piece;
  return text;
}

test('UTF-8 is read with and without a byte order mark, wherever characters are cut', async () => {
  assert.equal(await decode(Buffer.from('Käse,1\n😀,2\n')), 'Käse,1\n😀,2\n');
  assert.equal(await decode(Buffer.from('\ufeffKäse,1\n')), 'Käse,1\n');
});

test('a line that is no UTF-8 is read as Windows-1252, and no other line with it', async () => {
  const mixed = Buffer.concat([Buffer.from('Käse\n'), Buffer.from([0x80, 0x35, 0x0a]), Buffer.from('Öl\n')]);
  assert.equal(await decode(mixed, 64), 'Käse\n€5\nÖl\n');
});

test('UTF-16 is read in both byte orders, as its mark says', async () => {
  const little = Buffer.from('\ufeffKäse,1\n', 'utf16le');
  assert.equal(await decode(little), 'Käse,1\n');
  assert.equal(await decode(Buffer.from(little).swap16()), 'Käse,1\n');
});

test('the line ends of old Macintoshes are line ends', async () => {
  assert.equal(await decode(Buffer.from('a,b\r1,2\r'), 64), 'a,b\n1,2\n');
});

test('a file without line ends is refused after a million characters', async () => {
  await assert.rejects(decode(Buffer.alloc(3_000_000, 'a'), 65_536), { message: /longer than 1,048,576/ });
});

test('an empty file gives no text', async () => {
  assert.equal(await decode(Buffer.alloc(0)), '');
  assert.equal(await decode(Buffer.from('\ufeff')), '');
  assert.equal(await decode(Buffer.from('a')), 'a');
});
