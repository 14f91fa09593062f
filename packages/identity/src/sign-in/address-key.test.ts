import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKey } from './address-key.ts';

const same = (a: string, b: string) => addressKey(a).equals(addressKey(b));

test('addresses of one IPv6 /64 count as one', () => {
  assert.ok(same('2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'));
  assert.ok(same('2001:db8::1', '2001:0db8:0:0:9::'));
  assert.ok(!same('2001:db8:1:2::1', '2001:db8:1:3::1'));
});

test('an IPv4 address is itself, also when written as IPv6', () => {
  assert.ok(same('::ffff:10.0.0.1', '10.0.0.1'));
  assert.ok(!same('10.0.0.1', '10.0.0.2'));
});
