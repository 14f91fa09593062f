import type { Mapping, ImportSurvey as Presented } from '@shelfcast/contract';
import type { ColumnMapping, FactSurvey } from '@shelfcast/domain';
import type { ImportSurvey } from '@shelfcast/ledger';

/** What is known of a file before it is loaded, as the API shows it. */
export function presentSurvey({ report, problem, mapping, sample }: ImportSurvey): Presented {
  return {
    report: report && presentReport(report),
    problem,
    // Beside a question: what was said already, to which the answer adds.
    mapping: mapping ? presentMapping(mapping) : null,
    sample: sample && {
      format: sample.format,
      columns: [...sample.columns],
      personal_columns: [...sample.personalColumns],
      sheets: [...sample.sheets],
      rows: sample.rows.map((row) => [...row]),
    },
  };
}

function presentReport(report: NonNullable<ImportSurvey['report']>): NonNullable<Presented['report']> {
  const { firstSoldOn, lastSoldOn, personalColumns, repeatedLines, unitsReturned, products, locations } =
    report;
  return {
    // A survey from before other files were read is one of sales.
    kind: report.kind ?? 'sales',
    facts: report.facts ? presentFacts(report.facts) : null,
    layout: report.layout,
    mapping: presentMapping(report.mapping),
    columns: [...report.columns],
    personal_columns: [...personalColumns],
    // A survey from before these were looked for has none.
    personal: [...(report.personal ?? [])],
    correction_of: report.correctionOf ?? null,
    stated_totals: [...(report.statedTotals ?? [])],
    rows: report.rows,
    skipped: report.skipped.map((reason) => ({ ...reason, examples: [...reason.examples] })),
    rejected: report.rejected.map((reason) => ({ ...reason, examples: [...reason.examples] })),
    first_sold_on: firstSoldOn,
    last_sold_on: lastSoldOn,
    days: [...report.days],
    gaps: [...report.gaps],
    spikes: [...report.spikes],
    repeated_lines: repeatedLines,
    units_returned: unitsReturned,
    products: { ...products, new: presentCodes(report.newProducts) },
    locations: {
      list: locations.map(({ firstSoldOn: first_sold_on, lastSoldOn: last_sold_on, ...location }) => ({
        ...location,
        first_sold_on,
        last_sold_on,
      })),
      new: presentCodes(report.newLocations),
    },
    currencies: [...report.currencies],
    units: [...report.units],
  };
}

function presentFacts({
  firstDay: first_day,
  lastDay: last_day,
  ...facts
}: FactSurvey): NonNullable<NonNullable<Presented['report']>['facts']> {
  return {
    ...facts,
    first_day,
    last_day,
    says: [...facts.says],
    examples: { columns: [...facts.examples.columns], rows: facts.examples.rows.map((row) => [...row]) },
  };
}

const presentCodes = ({ count, examples }: { count: number; examples: readonly string[] }) => ({
  count,
  examples: [...examples],
});

function presentMapping({ productName, dateOrder, dayEndsAt, ...others }: ColumnMapping): Mapping {
  // What the layout itself says of a till's columns is not said again.
  const named = Object.fromEntries(
    Object.entries(others).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
  return {
    ...named,
    ...(productName !== undefined && { product_name: productName }),
    ...(dateOrder !== undefined && { date_order: dateOrder }),
    ...(dayEndsAt !== undefined && { day_ends_at: dayEndsAt }),
  };
}
