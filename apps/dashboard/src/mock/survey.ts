import type { Import, ImportSurvey, Mapping } from '@shelfcast/contract';
import { productsOf } from './survey-products.ts';

/** What the stand-in found in an uploaded file: as the real survey, by a hundredth of its rules. */
export function surveyOf(fileName: string, body: Buffer, mapping: Mapping): ImportSurvey {
  const lines = body.toString().split(/\r?\n/).filter(Boolean);
  const delimiter = lines[0]!.includes(';') ? ';' : ',';
  const [columns = [], ...rows] = lines.map((line) => line.split(delimiter));
  const sample = { format: 'csv', columns, personal_columns: [], sheets: [], rows: rows.slice(0, 20) };
  const open = (problem: Import['failure']): ImportSurvey => ({ report: null, problem, mapping, sample });
  const facts = productsOf(columns, rows, mapping);
  if (facts) return { report: facts, problem: null, mapping: null, sample };
  const date = mapping.date ?? columns.find((name) => /date/i.test(name));
  if (date === undefined)
    return open({
      code: 'upload.missing_column',
      title: 'A column is missing',
      detail: `The header has no column for “date”. It has ${columns.map((name) => `“${name}”`).join(', ')}.`,
      remedy: 'Rename the columns to date, product, location and units, or say which column is which.',
      where: { file: fileName, row: 0, field: 'date' },
    });
  const at = columns.indexOf(date);
  const days = rows.map((row) => readDay(row[at] ?? '', mapping.date_order));
  if (days.includes('either'))
    return open({
      code: 'upload.ambiguous_dates',
      title: 'Day and month of the dates cannot be told apart',
      detail: `Every date of the first rows in “${date}” can be read day first and month first.`,
      remedy: 'Say which it is.',
      where: { file: fileName, row: 1, field: date },
    });
  const good = days.filter((day) => day !== null).sort();
  const examples = days.flatMap((day, i) =>
    day === null ? [{ row: i + 1, field: date, value: rows[i]![at] ?? '' }] : [],
  );
  return {
    report: {
      kind: 'sales',
      facts: null,
      layout: 'long-table',
      mapping: { ...mapping, date },
      columns,
      personal_columns: [],
      personal: [],
      correction_of: null,
      stated_totals: [],
      rows: { in: rows.length, loaded: good.length, skipped: 0, rejected: examples.length },
      skipped: [],
      rejected:
        examples.length === 0
          ? []
          : [
              {
                cause: 'upload.invalid_date',
                rows: examples.length,
                examples: examples.slice(0, 5),
                remedy: 'Write a day that exists, as YYYY-MM-DD.',
              },
            ],
      first_sold_on: good[0] ?? null,
      last_sold_on: good.at(-1) ?? null,
      days: [...new Set(good)].map((day) => ({ day, lines: 1, units: 3, revenue: '7.50' })),
      gaps: [],
      spikes: [],
      repeated_lines: 0,
      units_returned: 0,
      products: { count: 1, more: false, new: { count: 1, examples: ['mug'] } },
      locations: { list: [], new: { count: 0, examples: [] } },
      currencies: [],
      units: ['each'],
    },
    problem: null,
    mapping: null,
    sample,
  };
}

function readDay(text: string, order: Mapping['date_order']): string | 'either' | null {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4}))$/.exec(text);
  if (!parts) return null;
  if (parts[6] && !text.includes('.') && order === undefined) return 'either';
  const [first, second] = [parts[4] ?? '', parts[5] ?? ''].map((part) => part.padStart(2, '0'));
  const dayFirst = `${parts[6]}-${second}-${first}`;
  const day = parts[1] ? text : order === 'mdy' ? `${parts[6]}-${first}-${second}` : dayFirst;
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : day;
}
