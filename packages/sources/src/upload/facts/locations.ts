import { attributeName, readAttributes, readsAttribute } from './attributes.ts';
import type { FactKind } from './fact-kind.ts';
import { LOCATION } from './names.ts';
import { placeReader } from './place.ts';

const NAMES = [
  'storename',
  'locationname',
  'shopname',
  'branchname',
  'outletname',
  'filialname',
  'standortname',
  'displayname',
  'name',
  'title',
  'bezeichnung',
];

/** A row a location. Whose holidays it keeps follows from its country and region; every further column is an attribute. */
export const locations: FactKind = {
  kind: 'locations',
  layout: 'location-table',
  meanings: {
    location: [...LOCATION, 'code', 'id', 'number', 'nummer', 'nr', 'name'],
    name: NAMES,
    place: ['place', 'calendar', 'holidaycalendar', 'holidays', 'feiertagskalender', 'feiertage'],
    country: ['country', 'countrycode', 'land', 'ländercode', 'laendercode'],
    region: ['region', 'state', 'province', 'statecode', 'provincecode', 'bundesland', 'kanton'],
  },
  dates: [],
  missing: (has) => (has('location') ? [] : ['location']),
  reader(cells, { columns }) {
    const meant = columns.filter((name) => cells.isMeant(name));
    const others = columns.filter((name) => readsAttribute(name) && !meant.includes(name));
    // Country and region are attributes as well: a region that no calendar knows is still where the store is.
    const where = meant.filter((name) => ['country', 'region'].includes(attributeName(name)));
    const read = readAttributes([...where, ...others], columns);
    const readPlace = placeReader();
    return (row, fields) => ({
      kind: 'location',
      row,
      location: cells.code(fields, 'location'),
      name: cells.name(fields, 'name'),
      place: readPlace({
        place: cells.text(fields, 'place'),
        country: cells.text(fields, 'country'),
        region: cells.text(fields, 'region'),
      }),
      attributes: read(fields),
    });
  },
};
