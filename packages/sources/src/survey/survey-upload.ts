import { type Day, formatDay, type SurveyedUpload, type SurveyOptions } from '@shelfcast/domain';
import { openUpload } from '../upload/open-upload.ts';
import { DayTotals, decimal } from './day-totals.ts';
import { FactSummary } from './fact-summary.ts';
import { LocationDays } from './location-days.ts';
import { Reasons } from './reasons.ts';
import { RepeatedLines } from './repeated-lines.ts';
import { StatedTotals } from './stated-totals.ts';

/** Distinct codes that are told apart: a hundred megabytes of them. A file with more has at least as many. */
const MOST_CODES = 1_000_000;

/** Few enough that a batch is garbage before it has grown old: collecting it then costs nothing. */
const BATCH_ROWS = 2_000;

/**
 * Reads a whole file as an import would, writes nothing, and says what it holds. Memory is bounded by the number of
 * products, locations and days, not of rows. Throws as `openUpload` does where the whole file can't be used.
 */
export async function surveyUpload(path: string, options: SurveyOptions): Promise<SurveyedUpload> {
  const upload = await openUpload(path, { ...options, batchRows: BATCH_ROWS });
  const [skipped, rejected] = [new Reasons(), new Reasons()];
  const days = new DayTotals();
  const places = new LocationDays();
  const repeated = new RepeatedLines();
  const stated = new StatedTotals();
  const facts = new FactSummary(options.today);
  const products = new Set<string>();
  const [currencies, units] = [new Set<string>(), new Set<string>()];
  let moreProducts = false;
  let rowsIn = 0;
  let unitsReturned = 0;
  let first: Day = Number.POSITIVE_INFINITY;
  let last: Day = Number.NEGATIVE_INFINITY;
  for await (const batch of upload.read()) {
    options.signal?.throwIfAborted();
    for (const row of batch.skipped) skipped.addSkipped(row);
    for (const row of batch.rejected) rejected.addRejected(row);
    for (const fact of batch.facts) facts.add(fact);
    let total = 0;
    for (const line of batch.lines) {
      while (total < batch.totals.length && batch.totals[total].row < line.row)
        stated.add(batch.totals[total++], days.sums());
      if (products.size < MOST_CODES) products.add(line.product);
      else if (!products.has(line.product)) moreProducts = true;
      units.add(line.unit);
      if (line.currency !== null) currencies.add(line.currency);
      if (line.closed && line.units === 0) continue;
      days.add(line);
      places.add(line);
      repeated.add(line);
      if (line.returnedOn !== null) unitsReturned -= line.units;
      if (line.soldOn < first) first = line.soldOn;
      if (line.soldOn > last) last = line.soldOn;
    }
    for (const row of batch.totals.slice(total)) stated.add(row, days.sums());
    rowsIn = batch.rowsRead;
    options.onProgress?.({ rows: rowsIn, bytesRead: batch.bytesRead });
  }
  const sold = last >= first;
  const sales = upload.kind === 'sales';
  const codes = sales ? products : facts.productCodes;
  const locations = places.list();
  const survey = {
    kind: upload.kind,
    facts: sales ? null : facts.list(),
    layout: upload.layout,
    columns: upload.columns,
    personalColumns: upload.personal.map(({ column }) => column),
    personal: upload.personal,
    correctionOf: upload.correctionOf,
    statedTotals: stated.list((day) => days.of(day), upload.summed, decimal),
    mapping: upload.mapping,
    rows: {
      in: rowsIn,
      loaded: rowsIn - skipped.rows - rejected.rows,
      skipped: skipped.rows,
      rejected: rejected.rows,
    },
    skipped: skipped.list(),
    rejected: rejected.list(),
    firstSoldOn: sold ? formatDay(first) : null,
    lastSoldOn: sold ? formatDay(last) : null,
    days: days.list(),
    gaps: places.gaps(),
    spikes: days.spikes(),
    repeatedLines: repeated.count,
    unitsReturned: Math.round(unitsReturned * 1000) / 1000,
    products: { count: codes.size, more: moreProducts || facts.moreProducts },
    locations,
    currencies: [...currencies].sort(),
    units: [...units].sort(),
  };
  const locationCodes = sales ? new Set(locations.map(({ code }) => code)) : facts.locationCodes;
  return { survey, productCodes: codes, locationCodes };
}
