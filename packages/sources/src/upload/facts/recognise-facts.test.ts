import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ColumnMapping, ShelfcastError } from '@shelfcast/domain';
import { inFile, TODAY } from '../../testing/read-all.ts';
import { openUpload } from '../open-upload.ts';

/** A row that fits any header: what a file is follows from its names alone. */
const open = (header: string, mapping?: ColumnMapping) =>
  inFile(`${header}\n${header.replaceAll(/[^,;]+/g, '2026-01-01')}\n`, (path) =>
    openUpload(path, { fileName: 'file.csv', today: TODAY, mapping }),
  );

const HOLDS: Readonly<Record<string, readonly string[]>> = {
  sales: [
    'date,product,quantity',
    'date,product,quantity,price,discount,promotion',
    'date,item,store,units,price,on_promotion,closed',
    'date,store,sales,customers,open,holiday',
    'Date,Item,Units,Stock',
    'Datum;Artikel;Filiale;Menge;Umsatz',
    'Name,Email,Accepts Marketing,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
  ],
  products: [
    'sku,name,category',
    'sku,name',
    'item,description,department,cost,retail_price',
    'Artikelnummer;Bezeichnung;Warengruppe;VK',
    'product,brand,price,compare_at_price',
    'sku,vendor,weight',
  ],
  locations: [
    'store,city,country',
    'store_id,store_name',
    'Filiale;Ort;Bundesland;Verkaufsfläche',
    'Store,StoreType,Assortment,CompetitionDistance',
    'Store,Type,Size',
  ],
  prices: [
    'product,price',
    'sku,name,price,currency',
    'product,from,to,price',
    'date,product,store,price',
    'product,location,promotion,start_date,end_date',
    'Artikel;gültig ab;gültig bis;Preis',
    'sku,sale_price,regular_price,from,to',
  ],
  stock: [
    'date,product,on_hand',
    'date,sku,location,inventory',
    'sku,store,available',
    'SKU,Qty On Hand',
    'Stichtag;Artikel;Filiale;Bestand',
    'product,location,out_of_stock_from,out_of_stock_to',
    'date,product,stockout',
    'sku,quantity,on_hand',
  ],
  hours: [
    'store,weekday,opens,closes',
    'Filiale;Wochentag;von;bis;geschlossen',
    'store,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
    'Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag',
    'date,store,closed',
    'store,closed_from,closed_to,reason',
    'date,store,opens,closes',
  ],
  events: [
    'event,from,to',
    'name,start,end,location,yearly',
    'Veranstaltung;von;bis;Filiale',
    'holiday,date',
    'date,event,store',
  ],
};

for (const [kind, headers] of Object.entries(HOLDS))
  test(`a file of ${kind} is known by the names of its columns`, async () => {
    for (const header of headers) assert.equal((await open(header)).kind, kind, header);
  });

const LEFT_OPEN: readonly (readonly [header: string, words: RegExp])[] = [
  ['date,product,quantity,stock', /sales or stock/],
  ['sku,name,category,stock', /products or stock/],
  ['product,location,from,to', /prices and promotions or stock/],
  [
    'store,city,monday,tuesday,wednesday,thursday,friday,saturday,sunday',
    /opening hours and closures or locations/,
  ],
];

test('a file that may be two things is asked about by both, and read as what a person says', async () => {
  for (const [header, words] of LEFT_OPEN) {
    await assert.rejects(open(header), (error) => {
      assert.ok(error instanceof ShelfcastError, header);
      assert.equal(error.kind.code, 'upload.unknown_layout');
      assert.match(error.details.detail!, words);
      assert.ok(error.details.detail?.includes(`“${header.split(',')[0]}”`));
      assert.match(error.details.remedy, /products, locations, prices, stock, hours, events/);
      return true;
    });
  }
  assert.equal((await open(LEFT_OPEN[0][0], { kind: 'sales' })).layout, 'long-table');
  assert.equal((await open(LEFT_OPEN[0][0], { kind: 'stock' })).kind, 'stock');
  assert.equal((await open(LEFT_OPEN[1][0], { kind: 'products' })).kind, 'products');
});

test('what is neither sales nor anything else known is asked about, never guessed', async () => {
  for (const header of [
    'wann,was,wieviel',
    'store_id,item_id,week,sell_price',
    'id,name,email,date',
    'Store,Date,Temperature,Fuel_Price,IsHoliday',
    'customer,phone,city',
  ])
    await assert.rejects(open(header), (error) => {
      assert.ok(error instanceof ShelfcastError, header);
      assert.equal(error.kind.code, 'upload.missing_column', header);
      return true;
    });
});

test('columns of unknown names are read by what the mapping says they mean', async () => {
  const upload = await open('wo,wie,was', { kind: 'locations', columns: { location: 'wo', name: 'wie' } });
  assert.deepEqual(upload.mapping, {
    kind: 'locations',
    columns: { location: 'wo', name: 'wie' },
    dateOrder: 'mdy',
  });
});

test('a known export stays what it is under its kind alone, and is read as any table by columns that are named', async () => {
  const header = 'Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price';
  assert.equal((await open(header, { kind: 'products', columns: {} })).layout, 'shopify-products');
  assert.equal(
    (await open(header, { kind: 'products', columns: { product: 'Handle' } })).layout,
    'product-table',
  );
});

test('a column that is said not to be there is not looked for, whatever its name', async () => {
  const upload = await open('sku,store,on_hand,note', {
    kind: 'stock',
    columns: { location: '', weekday: '' },
  });
  assert.deepEqual(upload.mapping.columns, { product: 'sku', on_hand: 'on_hand' });
});

test('a mapping that names what is not there, or what its kind does not know, is refused by that name', async () => {
  for (const [columns, field] of [
    [{ location: 'where' }, 'where'],
    [{ location: 'wo', on_hand: 'store' }, 'on_hand'],
    [{ location: '' }, 'location'],
  ] as const)
    await assert.rejects(open('wo,store', { kind: 'locations', columns }), (error) => {
      assert.ok(error instanceof ShelfcastError);
      assert.equal(error.kind.code, 'upload.missing_column');
      assert.equal(error.details.where?.field, field);
      return true;
    });
});

test('days of a file of facts that can be read both ways are asked about, unless one of several columns tells', async () => {
  const read = (to: string) =>
    inFile(`event,from,to\nFair,3/4/2026,${to}\n`, (path) =>
      openUpload(path, { fileName: 'file.csv', today: TODAY }),
    );
  await assert.rejects(read('5/4/2026'), (error) => {
    assert.ok(error instanceof ShelfcastError);
    assert.equal(error.kind.code, 'upload.ambiguous_dates');
    assert.equal(error.details.where?.field, 'from');
    return true;
  });
  assert.equal((await read('13/4/2026')).mapping.dateOrder, 'dmy');
});
