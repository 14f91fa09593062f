import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProductsSearch } from './search.ts';
import { productsAnswer } from './title.ts';

test('an address with nonsense in it opens the list without the nonsense', () => {
  assert.deepEqual(readProductsSearch({ sort: 'hack', attention: 'no', search: { a: 1 }, location: '' }), {});
});

test('a search for a number stays a text', () => {
  assert.deepEqual(readProductsSearch({ search: 85123, attention: 'rising', sort: '-wape' }), {
    search: '85123',
    attention: 'rising',
    sort: '-wape',
  });
});

test('an attribute in the address that no list takes is left out, not cut short', () => {
  assert.deepEqual(readProductsSearch({ attribute: 'category:drinks: hot' }), {
    attribute: 'category:drinks: hot',
  });
  assert.deepEqual(readProductsSearch({ attribute: 'category' }), {});
  assert.deepEqual(readProductsSearch({ attribute: `category:${'x'.repeat(300)}` }), {});
});

test('the title of the list says how many and which', () => {
  const facets = { locations: [{ code: 'LDN', name: 'London', series: 480 }] };
  assert.equal(productsAnswer({}, 2880, facets), '2,880 products, by what will sell');
  assert.equal(productsAnswer({ location: 'LDN' }, 480, facets), '480 products in London');
  assert.equal(
    productsAnswer({ attention: 'rising', search: 'mug' }, 1, facets),
    '1 product matching “mug” needs a look: rising',
  );
  assert.equal(
    productsAnswer({ attribute: 'pack_size:6', location: 'LDN' }, 12, facets),
    '12 products in London with pack size: 6',
  );
});
