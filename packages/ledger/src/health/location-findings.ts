import type { Day } from '@shelfcast/domain';
import type { LocationSummary } from './location-days.ts';
import type { LocationRecord } from './read-locations.ts';
import type { Example, Finding, FindingKind, LocationFreshness, Severity } from './report.ts';
import { Tally } from './tally.ts';

/** Eight weeks of open days without a sale: no file is that late. */
const GONE_DAYS = 56;
/** A file may be a day late; after two open days a location that sells daily is behind. */
const LATE_DAYS = 2;
/** Odds at which the silence of a location that sells now and then is no accident. */
const NO_ACCIDENT = 0.001;
const STRIP_DAYS = 56;
const MOST_SHOWN = 200;
/** Three weeks of sales say how a location sells. */
const FEWEST_SELLING_DAYS = 21;

export interface LocationsRead {
  readonly findings: readonly Finding[];
  readonly freshness: readonly LocationFreshness[];
}

/** What the days of all locations tell, once every sale has been read. */
export function locationFindings(records: ReadonlyMap<number, LocationRecord>): LocationsRead {
  const behind = new Tally();
  const gone = new Tally();
  const gaps = new Tally();
  const sparse = new Tally();
  const rows: { row: LocationFreshness; units: number }[] = [];
  for (const record of records.values()) {
    const summary = record.days.summary();
    const example = exampleOf(record);
    const missing = summary.usualOpenDay * Math.min(summary.behind, GONE_DAYS);
    const end: Example = { ...example, from: summary.last, days: summary.behind, units: missing };
    if (hasGone(summary)) gone.add(missing, () => end, summary.behind);
    else if (isBehind(summary)) behind.add(missing, () => end, summary.behind);
    for (const { from, to, days } of summary.gaps)
      gaps.add(
        days * summary.usual,
        () => ({ ...example, from, to, days, units: days * summary.usual }),
        days,
      );
    if (isSparse(summary, record.days.from))
      sparse.add(summary.units, () => ({ ...example, units: summary.units, usual: summary.usual }));
    rows.push({ row: freshnessOf(record, summary), units: summary.units });
  }
  const of = records.size;
  rows.sort((a, b) => lateness(b.row) - lateness(a.row) || b.units - a.units);
  return {
    findings: [
      found('locations-behind', 'act', behind, of),
      found('gaps', 'look', gaps, of),
      found('low-coverage', 'note', sparse, of),
      found('locations-gone', 'note', gone, of),
    ].filter((finding) => finding.count > 0),
    freshness: rows.slice(0, MOST_SHOWN).map(({ row }) => row),
  };
}

/** Silent for longer than it ever is. */
function isBehind({ behind, steady, share }: LocationSummary): boolean {
  return behind >= LATE_DAYS && (steady || (1 - share) ** behind < NO_ACCIDENT);
}

function hasGone(summary: LocationSummary): boolean {
  return summary.behind >= GONE_DAYS && isBehind(summary);
}

function isSparse({ steady, share, last, marks }: LocationSummary, from: Day): boolean {
  const enough =
    marks.filter((mark) => mark === 's').length >= FEWEST_SELLING_DAYS && last - from >= GONE_DAYS;
  return enough && !steady && share < 1;
}

/** Those that are late come first; those that have gone are nothing to hurry for. */
function lateness({ behind }: LocationFreshness): number {
  return behind >= GONE_DAYS ? 0 : behind;
}

function freshnessOf(record: LocationRecord, summary: LocationSummary): LocationFreshness {
  const { location, code, name, days } = record;
  return {
    location,
    code,
    name,
    first: days.from,
    last: summary.last,
    behind: isBehind(summary) ? summary.behind : 0,
    coverage: summary.coverage,
    strip: summary.marks.slice(-STRIP_DAYS).join('').padStart(STRIP_DAYS, '.'),
  };
}

function exampleOf({ location, code, name }: LocationRecord): Example {
  return { location: { location, code, name } };
}

/** A tally as a finding. */
export function found(kind: FindingKind, severity: Severity, tally: Tally, of: number): Finding {
  const { count, units, examples } = tally;
  return { kind, severity, count, of, days: tally.days > 0 ? tally.days : null, units, examples };
}
