import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyPlace, listCountries, listRegions, type Place, parsePlace } from './places.ts';

test('a place is a country or a part of one, in any letter case; anything else is none', () => {
  assert.deepEqual(['gb', 'DE-BY', ' de-by-a ', 'GB-SCT'].map(parsePlace), [
    'GB',
    'DE-BY',
    'DE-BY-A',
    'GB-SCT',
  ]);
  for (const text of ['', 'ZZ', 'DE-XX', 'DE-BY-XX', 'DE-BY-A-B', 'GB-', 'toString', 'DE-constructor'])
    assert.equal(parsePlace(text), undefined, text);
});

test('many countries have a calendar, and every place that is listed can be read', () => {
  const countries = listCountries();
  assert.ok(countries.length > 190);
  assert.deepEqual(
    countries.find(({ place }) => place === 'GB'),
    { place: 'GB', name: 'United Kingdom' },
  );
  for (const { place } of countries) assert.equal(parsePlace(place), place);
  const regions = listRegions('DE' as Place);
  assert.equal(regions.length, 16);
  for (const { place } of [...regions, ...listRegions('DE-BY' as Place)])
    assert.equal(parsePlace(place), place);
  assert.deepEqual(listRegions('DE-BY-A' as Place), []);
});

test('the time zone tells the country where it belongs to one, the currency where the zone leaves it open', () => {
  const likely = (timeZone: string, currency: string | null) => likelyPlace({ timeZone, currency });
  assert.deepEqual(likely('Europe/London', 'EUR'), { place: 'GB', because: 'time zone' });
  assert.deepEqual(likely('UTC', 'SEK'), { place: 'SE', because: 'currency' });
  assert.deepEqual(likely('Europe/Zurich', 'CHF'), { place: 'CH', because: 'currency' });
});

test('where both leave it open, or disagree, no country is guessed', () => {
  for (const [zone, currency] of [
    ['UTC', 'EUR'],
    ['UTC', null],
    ['Europe/Zurich', 'EUR'],
    ['Europe/Zurich', 'USD'],
  ] as const)
    assert.equal(likelyPlace({ timeZone: zone, currency }), undefined, `${zone} ${currency}`);
});
