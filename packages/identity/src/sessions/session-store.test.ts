import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { changePassword, createUser, removeMembership, setMembership } from '../index.ts';
import { type SessionData, sessionStore } from './session-store.ts';

let clone: TestDatabase;

before(async () => {
  clone = await cloneDatabase();
});
after(() => clone.close());

function store() {
  const callbacks = sessionStore(clone.database);
  return {
    get: promisify<string, SessionData | null | undefined>(callbacks.get),
    set: promisify<string, SessionData>(callbacks.set),
    destroy: promisify<string>(callbacks.destroy),
  };
}

async function signedIn(email: string, expires = new Date(Date.now() + 60_000)) {
  const user = await createUser(clone.database, { email, name: 'Ann', password: 'ten green bottles' });
  const tenant = await clone.tenant();
  const other = await createUser(clone.database, {
    email: `other-${email}`,
    name: 'Bob',
    password: 'ten green bottles',
  });
  await clone.database.withTenant(tenant, async (tx) => {
    await setMembership(tx, other, 'owner');
    await setMembership(tx, user, 'planner');
  });
  return { user, tenant, session: { userId: user, tenantId: tenant, cookie: { expires } } };
}

test('a session comes back as it was stored, by another store on the same database', async () => {
  const { session } = await signedIn('a@example.com');
  await store().set('sid-a', session);
  const stored = JSON.parse(JSON.stringify(session));
  assert.deepEqual(await store().get('sid-a'), stored);
  await store().set('sid-a', { ...session, theme: 'dark' } as SessionData);
  assert.deepEqual(await store().get('sid-a'), { ...stored, theme: 'dark' });
});

test('the cookie’s id stands nowhere in the database', async () => {
  const { user, session } = await signedIn('b@example.com');
  await store().set('a-very-secret-id', session);
  const rows = await clone.database.withUser(user, (tx) =>
    tx.query<{ row: string }>('SELECT s::text AS row FROM shelfcast.session s'),
  );
  assert.equal(rows.length, 1);
  assert.ok(!rows[0].row.includes('a-very-secret-id'));
});

test('a destroyed, an expired and an unknown session are no session', async () => {
  const { session } = await signedIn('c@example.com');
  await store().set('sid-c', session);
  await store().destroy('sid-c');
  await store().destroy('never was');
  const past = await signedIn('d@example.com', new Date(Date.now() - 1000));
  await store().set('sid-d', past.session);
  for (const id of ['sid-c', 'sid-d', 'unknown']) assert.equal(await store().get(id), null);
});

test('nothing is stored before somebody has signed in', async () => {
  await store().set('sid-anonymous', {});
  assert.equal(await store().get('sid-anonymous'), null);
});

test('leaving the tenant ends the session in it', async () => {
  const { user, tenant, session } = await signedIn('e@example.com');
  await store().set('sid-e', session);
  await clone.database.withTenant(tenant, (tx) => removeMembership(tx, user));
  assert.equal(await store().get('sid-e'), null);
});

test('a new password ends every session', async () => {
  const { user, session } = await signedIn('f@example.com');
  await store().set('sid-f', session);
  await changePassword(clone.database, user, 'ten green bottles', 'nine green bottles');
  assert.equal(await store().get('sid-f'), null);
});

test('a person can’t open a session in a tenant they don’t belong to', async () => {
  const { session } = await signedIn('g@example.com');
  const stranger = await clone.tenant();
  await assert.rejects(store().set('sid-g', { ...session, tenantId: stranger }), /foreign key/);
});
