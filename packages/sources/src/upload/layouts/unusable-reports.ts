import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { Table } from '../table.ts';
import { plainName } from './find-column.ts';

/** A report without sales by product and day, and the one to export in its place. */
interface Report {
  readonly name: string;
  /** Plain header names that all stand in it. */
  readonly has: readonly string[];
  /** Plain header names of which none does. */
  readonly lacks: readonly string[];
  readonly because: string;
  readonly instead: string;
}

const REPORTS: readonly Report[] = [
  {
    name: 'Toast’s Product Mix',
    has: ['menuitem', 'menugroup', 'avgprice', 'itemqty'],
    lacks: ['orderdate', 'sentdate', 'date'],
    because: 'it adds up each item over the whole period, without days',
    instead: 'Export “Item Details” (ItemSelectionDetails.csv) from Toast’s data exports',
  },
  {
    name: 'Clover’s Orders export',
    has: ['orderdate', 'orderid', 'ordertotal', 'paymentstotal'],
    lacks: ['itemname', 'itemrevenue'],
    because: 'it has a row an order and does not say which items were sold',
    instead: 'Export “Line Items” from Clover’s Orders page',
  },
  {
    name: 'NCR Silver’s department sales',
    has: ['department', 'category', 'grosssales', 'grossrefunds'],
    lacks: ['date', 'item', 'sku'],
    because: 'it adds up departments over the whole period, without items and days',
    instead: 'Export the “Item Sales Detail” report by day',
  },
  {
    name: 'Square’s transactions export',
    has: ['date', 'timezone', 'grosssales', 'netsales', 'transactionid'],
    lacks: ['item', 'qty'],
    because: 'it has a row a payment and does not say which items were sold',
    instead: 'Choose “Items detail CSV” in Square’s Transactions page',
  },
  {
    name: 'Shopify’s sales over time',
    has: ['day', 'orders', 'grosssales', 'netsales', 'totalsales'],
    lacks: ['producttitle', 'productvariantsku', 'lineitemsku'],
    because: 'it has daily totals of the whole shop',
    instead: 'Export Orders from the Orders page of Shopify’s admin (“CSV for Excel, Numbers…”)',
  },
];

/** Throws `upload.unusable_report` where `table` is a report known to hold no sales by product and day. */
export function refuseUnusableReport(table: Table): void {
  const names = new Set(table.columns.map(plainName));
  const report = REPORTS.find(
    ({ has, lacks }) => has.every((name) => names.has(name)) && !lacks.some((name) => names.has(name)),
  );
  if (!report) return;
  throw new ShelfcastError(uploadErrors.unusable_report, {
    detail: `This is ${report.name}: ${report.because}.`,
    remedy: `${report.instead}, and upload that.`,
    where: { file: table.fileName, row: 0 },
  });
}
