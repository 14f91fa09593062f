import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeFilter, attributeWords } from './attributes.ts';

test('an attribute and its filter say the same, also where the value holds a colon', () => {
  const filter = attributeFilter({ name: 'pack_size', value: '6: loose' });
  assert.equal(filter, 'pack_size:6: loose');
  assert.equal(attributeWords(filter), 'pack size: 6: loose');
});

test('what the list of products would refuse is no filter', () => {
  assert.equal(attributeFilter({ name: 'a:b', value: 'c' }), null);
  assert.equal(attributeFilter({ name: 'text', value: 'two\nlines' }), null);
  assert.equal(attributeFilter({ name: 'text', value: 'x'.repeat(300) }), null);
});
