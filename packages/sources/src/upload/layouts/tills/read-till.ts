import { type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { MAX_AMOUNT } from '../../limits.ts';
import { businessDayReader } from '../../values/business-day.ts';
import { multiplyDecimals } from '../../values/multiply-decimals.ts';
import { readDecimal } from '../../values/read-number.ts';
import { remembering } from '../../values/remember.ts';
import { subtractDecimals } from '../../values/subtract-decimals.ts';
import { codeFault, passingCodes, readCode, readName, repeatingCodes } from '../check-code.ts';
import { dayFault } from '../check-day.ts';
import { findColumn, plainName } from '../find-column.ts';
import type { Layout, ReadingContext, ReadRow } from '../layout.ts';
import { rejectedRow } from '../reject.ts';
import { inheritWithinOrder } from './inherit.ts';
import type { CellReader, Names, Till } from './till.ts';

/**
 * The layout of `till` where `columns` bear its signature and hold what a sale needs, else null: an export that was cut down
 * is read as any long table, or asked about.
 */
export function tillLayout(till: Till, columns: readonly string[]): Layout | null {
  const names = new Set(columns.map(plainName));
  if (!till.signature.every((name) => names.has(name))) return null;
  const has = (meant: Names) => meant.some((name) => names.has(name));
  const { order, product, units } = till.columns;
  const dateColumn = findColumn(columns, till.columns.date);
  if (dateColumn === undefined || !has(order) || !product.some(has) || !(till.pieceARow || has(units)))
    return null;
  return {
    name: till.name,
    mapping: {},
    columnsUsed: columns,
    columnsNeeded: columnsNeeded(till, columns),
    summed: {
      units: findColumn(columns, units),
      revenue: till.columns.revenue && findColumn(columns, till.columns.revenue),
    },
    dateColumn,
    rowsDepend: till.onceAnOrder !== undefined,
    reader: (context) => reader(till, context),
  };
}

/** Columns that a sale is read from, and those by which a row is judged. */
function columnsNeeded(till: Till, columns: readonly string[]): string[] {
  const { product, ...meant } = till.columns;
  const names: Names[] = [...product, ...Object.values(meant), till.onceAnOrder ?? []];
  till.judge((name) => {
    names.push([name]);
    return () => '';
  });
  const plain = new Set(names.flat());
  return columns.filter((column) => plain.has(plainName(column)));
}

function reader(till: Till, context: ReadingContext): ReadRow {
  const { columns, comma, today } = context;
  const at = (names: Names | undefined): number => {
    const column = names && findColumn(columns, names);
    return column === undefined ? -1 : columns.indexOf(column);
  };
  const cell: CellReader = (name) => {
    const column = at([name]);
    return column < 0 ? () => '' : (fields) => fields[column].trim();
  };
  const meant = till.columns;
  const products = meant.product.map(at).filter((column) => column >= 0);
  const [order, line, name, location, date, time] = [
    meant.order,
    meant.line,
    meant.productName,
    meant.location,
    meant.date,
    meant.time,
  ].map(at);
  const [units, unit, revenue, price, discount, currency] = [
    meant.units,
    meant.unit,
    meant.revenue,
    meant.price,
    meant.discount,
    meant.currency,
  ].map(at);
  const text = (fields: readonly string[], column: number) => (column < 0 ? '' : readCode(fields[column]));
  const readProduct = repeatingCodes();
  const readOrder = passingCodes();
  const readPlace = repeatingCodes((cell) => readCode(cell) || till.elsewhere);
  const readNames = remembering(readName);
  const judge = till.judge(cell);
  const readDay = businessDayReader(context.dateOrder, context.dayEndsAt ?? till.dayEndsAt ?? 0);
  const once = context.rowsAlone ? undefined : till.onceAnOrder;
  const inherit =
    once &&
    inheritWithinOrder(
      order,
      once.map((name) => at([name])),
    );

  return (row, fields, sink) => {
    inherit?.(fields);
    const kind = judge(fields);
    if (typeof kind === 'object') {
      sink.skipped.push({ row, cause: kind.code });
      return;
    }
    const reject = (column: number, fault: ErrorKind) => {
      sink.rejected.push(rejectedRow(row, columns[column], fields[column], fault));
    };
    const amount = (column: number): string | undefined => {
      const value = readDecimal(fields[column].trim(), comma);
      if (value === undefined) reject(column, uploadErrors.not_a_number);
      else if (Math.abs(Number(value)) > MAX_AMOUNT) reject(column, uploadErrors.implausible_number);
      else return value;
      return undefined;
    };

    const product = products.find((column) => text(fields, column) !== '') ?? products[0];
    const { code: productCode, fault: productWrong } = readProduct(fields[product]);
    if (productWrong) return reject(product, productWrong);
    const { code: orderCode, fault: orderWrong } = readOrder(fields[order]);
    if (orderWrong) return reject(order, orderWrong);
    const lineCode = text(fields, line);
    const lineWrong = lineCode === '' ? undefined : codeFault(lineCode);
    if (lineWrong) return reject(line, lineWrong);
    const { code: place, fault: placeWrong } = readPlace(location < 0 ? '' : fields[location]);
    if (placeWrong) return reject(location, placeWrong);
    const day = readDay(fields[date], time < 0 ? fields[date] : fields[time]);
    const dayWrong = dayFault(day, today, false);
    if (dayWrong) return reject(date, text(fields, date) === '' ? uploadErrors.missing_value : dayWrong);
    const counted = till.pieceARow && text(fields, units) === '' ? '1' : amount(units);
    if (counted === undefined) return;
    // Tills write goods that come back as a negative quantity, or as a positive one on a return; both are negative here.
    const back = kind === 'return' || Number(counted) < 0;
    const quantity = back ? negative(counted) : counted;

    let money: string | null = null;
    if (text(fields, revenue) !== '') {
      const paid = amount(revenue);
      if (paid === undefined) return;
      money = back ? negative(paid) : paid;
    } else if (text(fields, price) !== '') {
      const each = amount(price);
      if (each === undefined) return;
      money = multiplyDecimals(quantity, each);
      if (text(fields, discount) !== '') {
        const off = amount(discount);
        if (off === undefined) return;
        money = subtractDecimals(money, off);
      }
    }
    sink.lines.push({
      row,
      order: orderCode,
      line: lineCode === '' ? null : lineCode,
      product: productCode,
      productName: name < 0 ? null : readNames(fields[name]),
      location: place,
      soldOn: day!,
      returnedOn: back ? day! : null,
      units: Number(quantity),
      unit: unitNamed(text(fields, unit)),
      revenue: money,
      currency: text(fields, currency).toUpperCase() || null,
      drivers: null,
      closed: false,
    });
  };
}

const negative = (decimal: string) =>
  decimal.startsWith('-') || Number(decimal) === 0 ? decimal : `-${decimal}`;

/** What tills call a piece. */
const PIECE = /^(|ea|each|unit|units|pc|pcs|piece|pieces|item|n\/?a)$/i;

/** A unit of its own: pounds and pieces are never added up. */
function unitNamed(text: string): string {
  return PIECE.test(text) ? 'each' : text.toLowerCase().slice(0, 20);
}
