import { type ColumnMapping, type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { MAX_AMOUNT } from '../limits.ts';
import { businessDayReader } from '../values/business-day.ts';
import { readDecimal } from '../values/read-number.ts';
import { remembering } from '../values/remember.ts';
import { type CodeCell, passingCodes, readName, repeatingCodes } from './check-code.ts';
import { dayFault } from './check-day.ts';
import type { Layout, ReadingContext, ReadRow, RowSink } from './layout.ts';
import { completeMapping, type FullMapping } from './long-table-columns.ts';
import { rejectedRow } from './reject.ts';

/** The code of the one product, or the one location, of a file that does not tell them apart. */
const WHOLE = 'all';
const YES = /^(1|1\.0|true|t|yes|y|closed|x)$/i;

/**
 * A table with a row for each sale, or for each product, location and day. Columns are recognised by name or
 * given by `mapping`. Throws `upload.missing_column` where date, product or units are in neither.
 */
export function longTable(columns: readonly string[], mapping: ColumnMapping, fileName: string): Layout {
  const full = completeMapping(columns, mapping, fileName);
  const columnsUsed = [
    ...full.product,
    ...full.location,
    full.date,
    full.value,
    ...[full.productName, full.revenue, full.order, full.line, full.closed].filter((name) => name !== null),
    ...full.known,
  ];
  return {
    name: 'long-table',
    mapping: { ...full, dateOrder: mapping.dateOrder },
    columnsUsed: [...new Set(columnsUsed)],
    summed: { units: full.value, revenue: full.revenue ?? undefined },
    dateColumn: full.date,
    reader: (context) => reader(full, context),
  };
}

function reader(mapping: FullMapping, context: ReadingContext): ReadRow {
  const { columns, comma, today } = context;
  const at = (name: string | null) => (name === null ? -1 : columns.indexOf(name));
  const products = mapping.product.map(at);
  const locations = mapping.location.map(at);
  const [date, value, name] = [at(mapping.date), at(mapping.value), at(mapping.productName)];
  const [revenue, order, line, closed] = [mapping.revenue, mapping.order, mapping.line, mapping.closed].map(
    at,
  );
  const known = mapping.known.map((column) => ({ name: column, at: at(column) }));
  const readDay = businessDayReader(context.dateOrder, context.dayEndsAt ?? 0);
  const [productCodes, locationCodes] = [repeatingCodes(), repeatingCodes()];
  const [orderCodes, lineCodes] = [passingCodes(), passingCodes()];
  const readNames = remembering(readName);
  const reject = (row: number, fields: readonly string[], sink: RowSink, column: number, kind: ErrorKind) => {
    sink.rejected.push(rejectedRow(row, columns[column], fields[column], kind));
  };

  return (row, fields, sink) => {
    const { code: product, fault: productFault } = joined(products, fields, productCodes);
    if (productFault) return reject(row, fields, sink, faulty(products, fields, productCodes), productFault);
    const { code: location, fault: locationFault } = joined(locations, fields, locationCodes);
    if (locationFault)
      return reject(row, fields, sink, faulty(locations, fields, locationCodes), locationFault);
    const valueText = fields[value].trim();
    const isClosed = closed >= 0 && YES.test(fields[closed].trim());
    const day = readDay(fields[date]);
    const planned = valueText === '';
    const dayWrong = dayFault(day, today, planned);
    if (dayWrong) {
      const empty = fields[date].trim() === '';
      return reject(row, fields, sink, date, empty ? uploadErrors.missing_value : dayWrong);
    }
    const drivers = known.length === 0 ? null : readDrivers(known, fields, comma);
    if (typeof drivers === 'number') return reject(row, fields, sink, drivers, uploadErrors.not_a_number);
    const productName = name >= 0 ? readNames(fields[name]) : null;
    if (planned && !isClosed) {
      if (drivers === null || Object.keys(drivers).length === 0) {
        sink.skipped.push({ row, cause: uploadErrors.no_value.code });
        return;
      }
      sink.planned.push({ row, product, productName, location, day: day!, drivers });
      return;
    }
    const units = planned ? '0' : readDecimal(valueText, comma);
    if (units === undefined) return reject(row, fields, sink, value, uploadErrors.not_a_number);
    const amount = Number(units);
    if (Math.abs(amount) > MAX_AMOUNT)
      return reject(row, fields, sink, value, uploadErrors.implausible_number);
    const revenueText = revenue >= 0 ? fields[revenue].trim() : '';
    const money = revenueText === '' ? null : readDecimal(revenueText, comma);
    if (money === undefined) return reject(row, fields, sink, revenue, uploadErrors.not_a_number);
    if (money !== null && Math.abs(Number(money)) > MAX_AMOUNT)
      return reject(row, fields, sink, revenue, uploadErrors.implausible_number);
    const { code: orderCode, fault: orderFault } = order >= 0 ? orderCodes(fields[order]) : NO_CODE;
    if (orderFault && orderCode !== '') return reject(row, fields, sink, order, orderFault);
    const { code: lineCode, fault: lineFault } = line >= 0 ? lineCodes(fields[line]) : NO_CODE;
    if (lineFault && lineCode !== '') return reject(row, fields, sink, line, lineFault);
    sink.lines.push({
      row,
      order: orderCode === '' ? null : orderCode,
      // A line number without an order numbers the rows of this file, not the sales.
      line: orderCode === '' || lineCode === '' ? null : lineCode,
      product,
      productName,
      location,
      soldOn: day!,
      returnedOn: amount < 0 ? day! : null,
      units: amount,
      unit: 'each',
      revenue: money,
      currency: null,
      drivers,
      closed: isClosed,
    });
  };
}

type CodeReader = (cell: string) => CodeCell;

const NO_CODE: CodeCell = { code: '', fault: undefined };
const ONE_OF_ALL: CodeCell = { code: WHOLE, fault: undefined };

/** The code that several columns make together, and the first fault among them. */
function joined(at: readonly number[], fields: readonly string[], read: CodeReader): CodeCell {
  if (at.length === 0) return ONE_OF_ALL;
  if (at.length === 1) return read(fields[at[0]]);
  const cells = at.map((column) => read(fields[column]));
  return {
    code: cells.map(({ code }) => code).join('/'),
    fault: cells.find(({ fault }) => fault)?.fault,
  };
}

const faulty = (at: readonly number[], fields: readonly string[], read: CodeReader): number =>
  at.find((column) => read(fields[column]).fault)!;

/** The drivers that have a value; the index of a column whose text is no number. */
function readDrivers(
  known: readonly { name: string; at: number }[],
  fields: readonly string[],
  comma: 'groups' | 'decimal',
): Record<string, number> | number {
  const drivers: Record<string, number> = {};
  for (const column of known) {
    const text = fields[column.at].trim();
    if (text === '') continue;
    const value = readDecimal(text, comma);
    if (value === undefined || Math.abs(Number(value)) > MAX_AMOUNT) return column.at;
    drivers[column.name] = Number(value);
  }
  return drivers;
}
