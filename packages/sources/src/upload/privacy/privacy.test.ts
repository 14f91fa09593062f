import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFile, readContent, TODAY } from '../../testing/read-all.ts';
import { openUpload } from '../open-upload.ts';
import { personalIn, withoutPersonal } from './patterns.ts';
import { PersonalColumns } from './personal-columns.ts';

test('e-mail addresses, phones, cards and accounts are told by their form', () => {
  const cells: [string, string][] = [
    ['jane.doe@example.com', 'e-mail'],
    ['Grüße an müller@bäckerei.de bitte', 'e-mail'],
    ['+44 20 7946 0958', 'phone'],
    ['+4917012345678', 'phone'],
    ['(555) 123-4567', 'phone'],
    ['0171 / 123 45 67', 'phone'],
    ['call 555-867-5309', 'phone'],
    ['4111 1111 1111 1111', 'card'],
    ['378282246310005', 'card'],
    ['**** **** **** 4242', 'card'],
    ['xxxx-xxxx-xxxx-1234', 'card'],
    ['411111******1111', 'card'],
    ['DE89 3704 0044 0532 0130 00', 'iban'],
    ['GB29NWBK60161331926819', 'iban'],
  ];
  for (const [cell, kind] of cells) {
    assert.equal(personalIn(cell), kind, cell);
    assert.match(withoutPersonal(cell), new RegExp(`\\[${kind}\\]`), cell);
  }
});

test('codes of products and orders, dates, amounts and names of goods are none of these', () => {
  const cells = [
    ...['4006381333931', '036000291452', '96385074', '00012345600012', '1234567890123456789'],
    ...[
      '#1001',
      'SKU-0049-112',
      'A4-PAPER-500',
      '2026-11-22',
      '01-13-2026 10:15',
      '22.11.2026',
      '1,234,567.89',
    ],
    ...[
      'Mug 3@2.50',
      'XXL 500',
      'Maxx 5000',
      'MUG 12/24 360ML',
      '10/8/26 5:18 PM',
      '-1.234.567,00',
      '(1234567)',
    ],
    ...['DE89', 'GB29NWBK60161331926818', '5555555555554445', '12 x 330 ml', '2026-11-22T10:15:00.000Z'],
  ];
  for (const cell of cells) {
    assert.equal(personalIn(cell), undefined, cell);
    assert.equal(withoutPersonal(cell), cell);
  }
});

test('however long a cell is, it is looked at in a time that grows with it', () => {
  for (const piece of ['x', '*', '1', '1 ', '+1', '@', 'a@', 'A1', '(1', '0-1', 'x4', 'Aa '])
    assert.equal(typeof withoutPersonal(piece.repeat(500_000 / piece.length)), 'string');
});

const rowsOf = (cells: readonly string[][]) => {
  const columns = cells[0].map((_, at) => `c${at}`);
  const found = new PersonalColumns(columns, new Set());
  found.look(cells);
  return found.among(columns).map(({ column, why }) => `${column}: ${why}`);
};

test('columns of names and addresses are told by their cells, in several languages', () => {
  const people = [
    ['Anna Müller', 'Hauptstraße 12'],
    ['Jean-Pierre Dupont', '14 rue de la Paix'],
    ['María García López', 'Calle de Alcalá 48'],
    ['Giovanni Rossi', 'Via Garibaldi 7'],
    ['Smith, John', '221b Baker Street'],
    ['Agnieszka Kowalska', 'ul. Marszałkowska 10'],
    ['Sanne de Vries', 'Keizersgracht 5'],
    ['Siobhán O’Neill', '8 Church Lane'],
    ['João Silva', 'Rua Augusta 100'],
    ['Wei Chen', '1600 Pennsylvania Avenue'],
  ];
  assert.deepEqual(rowsOf(people), ['c0: person', 'c1: address']);
});

test('columns of goods are not taken for people', () => {
  const goods = [
    ['Jack Daniels Honey', 'Blue Mug', '4006381333931', '12 Way Adapter'],
    ['Rose Garden Soap', 'Large Red Lamp', '5000112637922', 'Runway Toy'],
    ['Earl Grey Tea', 'Small Bowl', '4111111111111', 'Blackcurrant Jam'],
    ['Victoria Sponge', 'Garden Chair', '5555555555554', 'Street Map'],
    ['Granny Smith Apple', 'Steel Pan', '8711327371606', 'Avenue Q CD'],
    ['Captain Morgan', 'Oak Table', '3017620422003', 'Court Shoes'],
  ];
  assert.deepEqual(rowsOf(goods), []);
});

test('a column of e-mails that begins after a while is left out of what is kept, and named with why', () => {
  const lines = Array.from(
    { length: 200 },
    (_, i) => `2026-01-01,a,${i % 3 ? '' : `someone${i}@example.org`},x`,
  );
  return inFile(`date,item,ref,units\n${lines.join('\n')}\n`, async (path) => {
    const upload = await openUpload(path, { fileName: 'sales.csv', today: TODAY });
    assert.deepEqual(upload.personal, [{ column: 'ref', why: 'e-mail' }]);
    assert.deepEqual(upload.reading.kept, ['date', 'item', 'units']);
  });
});

test('the columns that sales are read from stay, whatever they look like; a person within a name is masked', async () => {
  const whole = await readContent(
    'date,item,item name,units\n2026-01-01,0171 1234567,Gift for jane@example.com,1\n2026-01-02,0171 1234568,Cup,1\n',
  );
  assert.deepEqual(
    whole.lines.map(({ product, productName }) => [product, productName]),
    [
      ['0171 1234567', 'Gift for [e-mail]'],
      ['0171 1234568', 'Cup'],
    ],
  );
});

test('what is kept of a rejected row and what a report shows of it has nobody’s address in it', async () => {
  const { rejected } = await readContent(
    'date,item,units,remark\n2026-01-01,a,x,ask bob@example.com\n2026-01-01,a,me@example.com,ok\n',
  );
  assert.deepEqual(
    rejected.map(({ value, cells }) => [value, cells]),
    [
      ['x', ['2026-01-01', 'a', 'x']],
      ['[e-mail]', ['2026-01-01', 'a', '[e-mail]']],
    ],
  );
});
