import type { Import } from '../start/client/api.ts';
import { grouped, plural } from '../terminal/format.ts';
import { pairs } from '../terminal/table.ts';

/** What became of a file, in words, then every row by what happened to it. */
export function account(made: Import, address: string): string[] {
  const page = `${address}/imports/${made.import}`;
  switch (made.state) {
    case 'surveyed':
      return [
        `${made.file_name} was looked through, and nothing of it is loaded yet.`,
        `Next: see what is in it, and load it: ${page}`,
      ];
    case 'unchanged':
      return [
        `${made.file_name} was imported before${made.same_as === null ? '' : ` (import ${made.same_as})`}; nothing has changed.`,
      ];
    case 'failed':
      return [`${made.file_name} could not be imported.`];
    default:
      return [headline(made), ...rows(made), ...next(made, address, page)];
  }
}

function headline({ file_name, rows_loaded, first_sold_on, last_sold_on }: Import): string {
  const of = first_sold_on && last_sold_on ? `, sales from ${first_sold_on} to ${last_sold_on}` : '';
  return `Imported ${plural(rows_loaded, 'row', 'rows')} of ${file_name}${of}.`;
}

function rows(made: Import): string[] {
  const causes = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([cause, count]) => [`    ${wordsOf(cause)}`, grouped(count)] as const);
  return pairs([
    ['rows in the file', grouped(made.rows_in)],
    ['loaded', grouped(made.rows_loaded)],
    ...(made.rows_superseded > 0
      ? [['  in place of earlier ones', grouped(made.rows_superseded)] as const]
      : []),
    ['skipped, rightly', grouped(made.rows_skipped)],
    ...causes(made.skipped_by_cause),
    ['rejected', grouped(made.rows_rejected)],
    ...causes(made.rejected_by_cause),
  ]);
}

function next(made: Import, address: string, page: string): string[] {
  const rejects = `curl -H "Authorization: Bearer $SHELFCAST_API_KEY" ${address}/v1/imports/${made.import}/rejects -o rejects-${made.import}.csv`;
  return [
    ...(made.rows_rejected > 0 ? [`The rejected rows, to correct and import again: ${rejects}`] : []),
    ...(made.run === null ? [] : [`New forecasts are being made: ${address}/runs/${made.run}`]),
    `Next: ${made.run === null ? `see it at ${page}` : `see them at ${address}`}`,
  ];
}

/** `upload.invalid_date` → "invalid date". */
function wordsOf(cause: string): string {
  return cause.split('.').at(-1)!.replaceAll('_', ' ');
}
