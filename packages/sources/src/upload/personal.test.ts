import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forReport, isPersonalColumn } from './personal.ts';

test('columns about people are recognised in every spelling', () => {
  for (const name of [
    'CustomerID',
    'Customer Name',
    'Email',
    'Billing Phone',
    'Shipping Street',
    'PAN Suffix',
    'Cashier',
  ])
    assert.ok(isPersonalColumn(name), name);
  for (const name of ['Country', 'StockCode', 'Customers', 'date', 'store_id', 'Description', 'units'])
    assert.ok(!isPersonalColumn(name), name);
});

test('a report shows no e-mail address, phone or card number, and keeps dates', () => {
  assert.equal(forReport('write to jane.doe@example.com'), 'write to [e-mail]');
  assert.equal(forReport('4111 1111 1111 1111'), '[card]');
  assert.equal(forReport('+44 20 7946 0958'), '[phone]');
  assert.equal(forReport('01715551234'), '[number]');
  assert.equal(forReport('4006381333931'), '4006381333931', 'an EAN is a product');
  assert.equal(forReport('2023-02-30 10:00:00'), '2023-02-30 10:00:00');
});

test('a report cuts long values and shows control characters as what they are not', () => {
  assert.equal([...forReport('😀'.repeat(200))].length, 60);
  assert.equal(forReport('a\u0000b'), 'a�b');
});
