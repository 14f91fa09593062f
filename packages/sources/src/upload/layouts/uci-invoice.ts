import { type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { MAX_AMOUNT } from '../limits.ts';
import { multiplyDecimals } from '../values/multiply-decimals.ts';
import { dayReader } from '../values/read-day.ts';
import { readDecimal } from '../values/read-number.ts';
import { remembering } from '../values/remember.ts';
import { passingCodes, readName, repeatingCodes } from './check-code.ts';
import { dayFault } from './check-day.ts';
import { plainName } from './find-column.ts';
import type { Layout, ReadingContext, ReadRow } from './layout.ts';
import { rejectedRow } from './reject.ts';

const NEEDED = {
  order: 'InvoiceNo',
  product: 'StockCode',
  productName: 'Description',
  value: 'Quantity',
  date: 'InvoiceDate',
  price: 'UnitPrice',
  location: 'Country',
} as const;

/** Postage, fees, vouchers and corrections that stand among the products of UCI Online Retail. */
const NO_PRODUCT = /^(POST|DOT|M|BANK CHARGES|AMAZONFEE|D|C2|S|PADS|CRUK|B|GIFT_.*)$/;

/**
 * Invoice lines as UCI Online Retail has them (Chen 2015, doi:10.24432/C5BW33). An invoice that starts with
 * C takes goods back; its original day is not in the file. Without a line number, equal lines are counted.
 * CustomerID is never read. Null where `columns` are others.
 */
export function uciInvoice(columns: readonly string[]): Layout | null {
  const byName = new Map(columns.map((column) => [plainName(column), column]));
  const columnsUsed: string[] = [];
  for (const name of Object.values(NEEDED)) {
    const column = byName.get(plainName(name));
    if (column === undefined) return null;
    columnsUsed.push(column);
  }
  const dateColumn = byName.get(plainName(NEEDED.date))!;
  return { name: 'uci-invoice', mapping: {}, columnsUsed, dateColumn, reader };
}

function reader(context: ReadingContext): ReadRow {
  const names = context.columns.map(plainName);
  const at = (name: string) => names.indexOf(plainName(name));
  const [order, product, name, quantity, date, price, country] = Object.values(NEEDED).map(at);
  const readDay = dayReader(context.dateOrder);
  const readProduct = repeatingCodes((cell) => cell.trim().toUpperCase());
  const readInvoice = passingCodes((cell) => cell.trim());
  const readCountry = repeatingCodes((cell) => cell.trim());
  const readNames = remembering(readName);

  return (row, fields, sink) => {
    const reject = (column: number, kind: ErrorKind) => {
      sink.rejected.push(rejectedRow(row, context.columns[column], fields[column], kind));
    };
    const { code, fault: codeWrong } = readProduct(fields[product]);
    if (codeWrong) return reject(product, codeWrong);
    if (NO_PRODUCT.test(code)) {
      sink.skipped.push({ row, cause: uploadErrors.not_a_product.code });
      return;
    }
    const { code: invoice, fault: invoiceWrong } = readInvoice(fields[order]);
    if (invoiceWrong) return reject(order, invoiceWrong);
    const { code: location, fault: locationWrong } = readCountry(fields[country]);
    if (locationWrong) return reject(country, locationWrong);
    const day = readDay(fields[date]);
    const dayWrong = dayFault(day, context.today, false);
    if (dayWrong) return reject(date, dayWrong);
    const units = readDecimal(fields[quantity], context.comma);
    if (units === undefined) return reject(quantity, uploadErrors.not_a_number);
    const amount = Number(units);
    if (Math.abs(amount) > MAX_AMOUNT) return reject(quantity, uploadErrors.implausible_number);
    const unitPrice = readDecimal(fields[price], context.comma);
    if (unitPrice === undefined) return reject(price, uploadErrors.not_a_number);
    const each = Number(unitPrice);
    if (Math.abs(each) > MAX_AMOUNT) return reject(price, uploadErrors.implausible_number);
    const takenBack = /^c/i.test(invoice);
    // Found, damaged and thrown away goods are booked at price 0: they move stock, not sales.
    if (each === 0 || (amount < 0 && !takenBack)) {
      sink.skipped.push({ row, cause: uploadErrors.stock_adjustment.code });
      return;
    }
    sink.lines.push({
      row,
      order: invoice,
      line: null,
      product: code,
      productName: readNames(fields[name]),
      location,
      soldOn: day!,
      returnedOn: takenBack ? day! : null,
      units: amount,
      unit: 'each',
      revenue: multiplyDecimals(units, unitPrice),
      currency: 'GBP',
      drivers: null,
      closed: false,
    });
  };
}
