import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import {
  changePassword,
  createTenant,
  createUser,
  ensureDemoTenant,
  membershipsOf,
  newKey,
  readTenant,
  readUser,
  removeMembership,
  roleOf,
  setMembership,
  signIn,
  verifyApiKey,
} from '../index.ts';
import { allows, scopesOfRole } from './roles.ts';

const password = 'ten green bottles';
let clone: TestDatabase;

before(async () => {
  clone = await cloneDatabase();
});
after(() => clone.close());

const code = (wanted: string) => (error: { kind?: { code?: string } }) => error.kind?.code === wanted;
const user = (email: string) => createUser(clone.database, { email, name: 'Ann', password });

test('an email has one account, whatever its case', async () => {
  const first = await user('Ann@Example.com');
  await assert.rejects(user('ann@example.COM'), code('auth.email_taken'));
  assert.deepEqual(await readUser(clone.database, first), {
    user: first,
    email: 'ann@example.com',
    name: 'Ann',
  });
});

test('what is no email and what is no password makes no account', async () => {
  for (const bad of ['', 'ann', 'a b@example.com', '@example.com', 'ann@']) {
    await assert.rejects(user(bad), code('auth.invalid_email'));
  }
  const weak = { email: 'weak@example.com', name: 'Ann', password: '123456' };
  await assert.rejects(createUser(clone.database, weak), code('auth.weak_password'));
});

test('a new password needs the old one', async () => {
  const id = await user('old@example.com');
  const change = (current: string) => changePassword(clone.database, id, current, 'nine green bottles');
  await assert.rejects(change('wrong'), code('auth.wrong_credentials'));
  await change(password);
  await assert.rejects(change(password), code('auth.wrong_credentials'));
});

test('a tenant keeps its name, time zone and currency; an unknown zone is refused', async () => {
  const wanted = { name: 'Shop', timeZone: 'Europe/London', currency: 'GBP' };
  const tenant = await createTenant(clone.database, wanted);
  assert.deepEqual(await clone.database.withTenant(tenant, readTenant), { tenant, ...wanted });
  await assert.rejects(createTenant(clone.database, { name: 'Shop', timeZone: 'Mars/Crater' }), RangeError);
});

test('a person’s role is known in their tenant and in no other', async () => {
  const [id, tenant, stranger] = [
    await user('role@example.com'),
    await clone.tenant('A'),
    await clone.tenant('B'),
  ];
  await clone.database.withTenant(tenant, (tx) => setMembership(tx, id, 'viewer'));
  assert.equal(await clone.database.withTenant(tenant, (tx) => roleOf(tx, id)), 'viewer');
  assert.equal(await clone.database.withTenant(stranger, (tx) => roleOf(tx, id)), undefined);
  assert.deepEqual(await membershipsOf(clone.database, id), [{ tenant, tenantName: 'A', role: 'viewer' }]);
});

test('the last owner can neither leave nor step down', async () => {
  const [id, tenant] = [await user('last@example.com'), await clone.tenant()];
  const inTenant = clone.database.withTenant;
  await inTenant(tenant, (tx) => setMembership(tx, id, 'owner'));
  await assert.rejects(
    inTenant(tenant, (tx) => removeMembership(tx, id)),
    code('auth.last_owner'),
  );
  await assert.rejects(
    inTenant(tenant, (tx) => setMembership(tx, id, 'viewer')),
    code('auth.last_owner'),
  );
  const second = await user('second@example.com');
  await inTenant(tenant, (tx) => setMembership(tx, second, 'owner'));
  assert.equal(await inTenant(tenant, (tx) => removeMembership(tx, id)), true);
});

test('owners administer, planners write, viewers read', () => {
  assert.deepEqual(scopesOfRole('owner'), ['read', 'write', 'admin']);
  assert.deepEqual(scopesOfRole('planner'), ['read', 'write']);
  assert.deepEqual(scopesOfRole('viewer'), ['read']);
  assert.ok(allows(['admin'], 'read'));
  assert.ok(!allows(['read'], 'write'));
  assert.ok(!allows([], 'read'));
});

test('the demo is made once, and its password and key work each time', async () => {
  const options = {
    tenant: { name: 'Demo', timeZone: 'Europe/London', currency: 'GBP' },
    email: 'demo@shelfcast.local',
    userName: 'Demo',
    password,
    key: newKey().key,
  };
  const first = await ensureDemoTenant(clone.database, options);
  await changePassword(clone.database, first.user, password, 'nine green bottles');
  assert.deepEqual(await ensureDemoTenant(clone.database, options), first);
  assert.equal((await verifyApiKey(clone.database, options.key))?.tenant, first.tenant);
  const { memberships } = await signIn(clone.database, { ...options, address: '127.0.0.1' });
  assert.deepEqual(memberships, [{ tenant: first.tenant, tenantName: 'Demo', role: 'owner' }]);
});
