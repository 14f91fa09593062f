import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedJson } from './stored-json.ts';

test('what no database takes becomes a replacement character, in keys and in values', () => {
  assert.deepEqual(JSON.parse(storedJson({ 'a\0': ['\ud800', 'x\udfff'] })), {
    'a\ufffd': ['\ufffd', 'x\ufffd'],
  });
});

test('everything else comes back as it was, and so does text that only looks like an escape', () => {
  const value = { emoji: '😀', text: '\\u0000 \\\\ud800 "quoted"\n\t\u0001', number: 1.5, nothing: null };
  assert.deepEqual(JSON.parse(storedJson(value)), value);
});
