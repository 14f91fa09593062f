import { readName } from '../layouts/check-code.ts';
import { plainName } from '../layouts/find-column.ts';
import { isPersonalColumn } from '../personal.ts';

/** What attributes are called here, and by the plain names of other systems. Others keep their own name. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: [
    'category',
    'categories',
    'productcategory',
    'itemcategory',
    'categoryname',
    'kategorie',
    'kategorien',
    'warengruppe',
    'artikelgruppe',
    'produktgruppe',
    'productgroup',
    'itemgroup',
    'reportingcategory',
  ],
  subcategory: ['subcategory', 'subgroup', 'unterkategorie', 'untergruppe', 'unterwarengruppe'],
  department: ['department', 'dept', 'departmentname', 'abteilung', 'sortiment', 'hauptwarengruppe'],
  brand: ['brand', 'brandname', 'brands', 'marke', 'hersteller', 'manufacturer'],
  vendor: ['vendor', 'vendorname', 'defaultvendorname'],
  supplier: ['supplier', 'suppliername', 'suppliercode', 'lieferant', 'lieferantennummer', 'lieferantnr'],
  type: ['type', 'producttype', 'itemtype', 'storetype', 'storeformat', 'format', 'typ', 'artikeltyp'],
  tags: ['tags', 'tag', 'labels', 'schlagwörter', 'schlagworte'],
  price: [
    'price',
    'unitprice',
    'retailprice',
    'sellingprice',
    'salesprice',
    'listprice',
    'regularprice',
    'variantprice',
    'preis',
    'vk',
    'vkpreis',
    'verkaufspreis',
  ],
  compare_at_price: ['compareatprice', 'variantcompareatprice', 'rrp', 'msrp', 'uvp'],
  cost: [
    'cost',
    'unitcost',
    'costperitem',
    'costprice',
    'supplyprice',
    'purchaseprice',
    'defaultunitcost',
    'ek',
    'ekpreis',
    'einkaufspreis',
  ],
  stock: [
    'stock',
    'stockqty',
    'stockquantity',
    'onhand',
    'quantityonhand',
    'inventory',
    'inventoryquantity',
    'variantinventoryqty',
    'currentstock',
    'bestand',
    'lagerbestand',
  ],
  weight: ['weight', 'gewicht', 'netweight', 'nettogewicht'],
  weight_grams: ['variantgrams', 'grams', 'weightvaluegrams', 'weightg', 'gewichtg'],
  weight_kg: ['weightkg', 'gewichtkg'],
  barcode: ['barcode', 'variantbarcode', 'ean', 'gtin', 'upc', 'gtinupceanorisbn', 'strichcode'],
  pack_size: [
    'packsize',
    'packsizeunits',
    'casesize',
    'casepack',
    'unitspercase',
    'caseqty',
    'verpackungseinheit',
    've',
    'gebinde',
    'gebindegröße',
  ],
  order_minimum: ['minimumorder', 'minimumorderquantity', 'moq', 'mindestbestellmenge'],
  lead_time_days: ['leadtime', 'leadtimedays', 'lieferzeit', 'lieferzeittage', 'wiederbeschaffungszeit'],
  shelf_life_days: ['shelflife', 'shelflifedays', 'haltbarkeit', 'mhdtage'],
  unit: ['unit', 'uom', 'unitofmeasure', 'baseunit', 'einheit', 'mengeneinheit', 'verkaufseinheit'],
  status: ['status', 'lifecycle', 'artikelstatus'],
  active: ['active', 'isactive', 'enabled', 'published', 'aktiv'],
  size: ['size', 'größe', 'groesse', 'storesize'],
  color: ['color', 'colour', 'farbe'],
  season: ['season', 'saison'],
  launched_on: ['launchdate', 'introduced', 'introductiondate', 'listedon', 'gelistetab', 'einführung'],
  city: ['city', 'town', 'ort', 'stadt'],
  country: ['country', 'countrycode', 'land', 'ländercode', 'laendercode'],
  region: ['region', 'state', 'province', 'statecode', 'provincecode', 'county', 'bundesland', 'kanton'],
  area_sqm: [
    'sqm',
    'areasqm',
    'squaremeters',
    'squaremetres',
    'verkaufsfläche',
    'verkaufsflaeche',
    'fläche',
    'flaeche',
    'qm',
  ],
  time_zone: ['timezone', 'tz', 'zeitzone'],
  opened_on: ['opened', 'openedon', 'openingdate', 'opendate', 'eröffnet', 'eröffnung', 'eröffnungsdatum'],
};

const CANONICAL = new Map(
  Object.entries(ATTRIBUTES).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** Texts, pictures and addresses of pages: nothing by which products are alike. */
const NO_ATTRIBUTE =
  /(^|_)(description|body|html|images?|img|pictures?|photos?|url|link|seo|google|metafields?|notes?|comments?|remarks?|beschreibung|langtext|bild(er)?|bemerkung(en)?|notiz(en)?|hinweis(e)?|kommentar)(_|$)/;

/** Whether a column is one that says, by its name, what a product or a location is like. */
export const isKnownAttribute = (column: string): boolean => CANONICAL.has(plainName(column));

/** Whether a column that means nothing else is read as an attribute. */
export function readsAttribute(column: string): boolean {
  return column.trim() !== '' && !isPersonalColumn(column) && !NO_ATTRIBUTE.test(ownName(column));
}

/** What an attribute is called: `Warengruppe` is a `category`, `Aisle No.` stays `aisle_no`. */
export function attributeName(column: string): string {
  return CANONICAL.get(plainName(column)) ?? ownName(column);
}

function ownName(column: string): string {
  const words = column
    .slice(0, 200)
    .trim()
    .replaceAll(/([\p{Ll}])([\p{Lu}])/gu, '$1_$2')
    .toLowerCase();
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '_').replaceAll(/^_+|_+$/g, '');
}

/** A value as it is meant: a barcode without the apostrophe by which spreadsheets mark digits as text. Null where the cell is empty. */
export const readValue = (cell: string): string | null => readName(cell.trim().replace(/^'(?=\d)/, ''));

/** Reads the attributes of a row; an empty cell says nothing. Of two columns for one attribute the first that is filled holds. */
export function readAttributes(
  names: readonly string[],
  columns: readonly string[],
): (fields: readonly string[]) => Record<string, string> {
  const read = names.map((name) => ({ attribute: attributeName(name), at: columns.indexOf(name) }));
  return (fields) => {
    const attributes: Record<string, string> = {};
    for (const { attribute, at } of read) {
      const value = readValue(fields[at]);
      if (value !== null) attributes[attribute] ??= value;
    }
    return attributes;
  };
}
