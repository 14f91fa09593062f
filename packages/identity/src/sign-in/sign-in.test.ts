import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { createUser, setMembership } from '../index.ts';
import { signIn, TooManyAttempts } from './sign-in.ts';

const password = 'ten green bottles';
let clone: TestDatabase;

before(async () => {
  clone = await cloneDatabase();
});
after(() => clone.close());

async function account(email: string) {
  const user = await createUser(clone.database, { email, name: 'Ann', password });
  const tenant = await clone.tenant('Ann’s shop');
  await clone.database.withTenant(tenant, (tx) => setMembership(tx, user, 'planner'));
  return { user, tenant };
}

function attempt(email: string, wrongOrRight: string, address: string) {
  return signIn(clone.database, { email, password: wrongOrRight, address });
}

const code = (wanted: string) => (error: { kind?: { code?: string } }) => error.kind?.code === wanted;

test('email and password let in, whatever the case of the email, with the memberships', async () => {
  const { user, tenant } = await account('ann@example.com');
  assert.deepEqual(await attempt(' Ann@Example.com', password, '10.0.0.1'), {
    user,
    email: 'ann@example.com',
    name: 'Ann',
    memberships: [{ tenant, tenantName: 'Ann’s shop', role: 'planner' }],
  });
});

test('a wrong password and an unknown email get the same answer', async () => {
  await account('bob@example.com');
  const answers = await Promise.all(
    ['bob@example.com', 'nobody@example.com'].map((email) =>
      attempt(email, 'not the password', '10.0.0.2').catch((error) => ({
        kind: error.kind,
        details: error.details,
      })),
    ),
  );
  assert.deepEqual(answers[0], answers[1]);
  assert.equal((answers[0] as { kind: { code: string } }).kind.code, 'auth.wrong_credentials');
});

test('an unknown email takes about as long as a wrong password', async () => {
  await account('cat@example.com');
  const duration = async (email: string) => {
    const started = performance.now();
    await attempt(email, 'not the password', '10.0.0.3').catch(() => {});
    return performance.now() - started;
  };
  // The first makes the decoy and opens connections.
  await duration('warm@example.com');
  const known = Math.min(await duration('cat@example.com'), await duration('cat@example.com'));
  const unknown = Math.min(await duration('dog@example.com'), await duration('dog@example.com'));
  assert.ok(unknown > known / 2, `${unknown.toFixed(0)} ms against ${known.toFixed(0)} ms`);
});

test('the fifth wrong password makes the sixth attempt wait, even with the right one, from anywhere', async () => {
  await account('eve@example.com');
  for (let i = 0; i < 5; i++) {
    await assert.rejects(attempt('eve@example.com', 'wrong', `10.1.0.${i}`), code('auth.wrong_credentials'));
  }
  await assert.rejects(attempt('eve@example.com', password, '10.1.0.9'), (error) => {
    assert.ok(error instanceof TooManyAttempts);
    assert.ok(error.retryAfterSeconds > 0 && error.retryAfterSeconds <= 15);
    return true;
  });
});

test('attempts at the same moment are all counted', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () => attempt('fay@example.com', 'wrong', '10.2.0.1')),
  );
  const waits = results.filter(
    ({ status, ...rest }) => 'reason' in rest && rest.reason instanceof TooManyAttempts,
  );
  assert.equal(waits.length, 12 - 5);
});

test('a success forgets the failures before it', async () => {
  await account('gus@example.com');
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) await attempt('gus@example.com', 'wrong', '10.3.0.1').catch(() => {});
    await attempt('gus@example.com', password, '10.3.0.1');
  }
});

test('one address has fifty attempts over all emails', async () => {
  const [first] = await clone.database.gate.signInAttempt(Buffer.alloc(32, 1), Buffer.alloc(32, 255));
  assert.equal(first.wait_seconds, 0);
  for (let i = 2; i <= 50; i++) {
    await clone.database.gate.signInAttempt(Buffer.alloc(32, i), Buffer.alloc(32, 255));
  }
  const [next] = await clone.database.gate.signInAttempt(Buffer.alloc(32, 99), Buffer.alloc(32, 255));
  assert.ok(next.wait_seconds > 0);
});

test('who belongs to no tenant any more is not let in', async () => {
  await createUser(clone.database, { email: 'hal@example.com', name: 'Hal', password });
  await assert.rejects(attempt('hal@example.com', password, '10.4.0.1'), code('auth.wrong_credentials'));
});
