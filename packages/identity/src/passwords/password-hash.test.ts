import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { checkNewPassword } from './password-rule.ts';

test('only the right password verifies, and equal passwords have different hashes', async () => {
  const [one, two] = await Promise.all([
    hashPassword('ten green bottles'),
    hashPassword('ten green bottles'),
  ]);
  assert.notEqual(one, two);
  assert.deepEqual(await verifyPassword('ten green bottles', one), { valid: true, outdated: false });
  assert.deepEqual(await verifyPassword('Ten green bottles', one), { valid: false, outdated: false });
});

test('the stored hash is scrypt (RFC 7914) of the password with the costs and salt that stand in it', async () => {
  const [, logN, r, p, salt, hash] = (await hashPassword('ten green bottles')).split('$');
  const costs = { N: 2 ** Number(logN), r: Number(r), p: Number(p), maxmem: 2 ** 27 };
  const again = scryptSync('ten green bottles', Buffer.from(salt, 'base64url'), 32, costs);
  assert.equal(again.toString('base64url'), hash);
});

test('a hash with other costs still verifies, and asks to be made anew', async () => {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync('old', salt, 32, { N: 1024, r: 8, p: 1 });
  const stored = `scrypt$10$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  assert.deepEqual(await verifyPassword('old', stored), { valid: true, outdated: true });
});

test('composed and decomposed spellings are one password', async () => {
  const stored = await hashPassword('caf\u00e9 au lait, s’il vous plaît');
  assert.ok((await verifyPassword('cafe\u0301 au lait, s’il vous plaît', stored)).valid);
});

test('a new password is 12 to 200 characters, varied, and not the email', () => {
  checkNewPassword('ten green bottles', 'ann@example.com');
  for (const bad of ['short', 'aaaaaaaaaaaaaaaa', 'x'.repeat(201), 'ann@example.com']) {
    assert.throws(() => checkNewPassword(bad, 'ann@example.com'), { name: 'ShelfcastError' });
  }
});
