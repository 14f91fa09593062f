import type { ImportSurvey } from '@shelfcast/contract';

/** A date of the file's first rows, read both ways; null where none of them differs. */
export function readBothWays(
  sample: NonNullable<ImportSurvey['sample']>,
  column: string,
): { text: string; dmy: string; mdy: string } | null {
  const at = sample.columns.indexOf(column);
  for (const row of sample.rows) {
    const parts = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2,4})/.exec(row[at]?.trim() ?? '');
    if (!parts || parts[1] === parts[2]) continue;
    const year = parts[3]!.length === 2 ? `20${parts[3]}` : parts[3]!;
    const [one, two] = [parts[1]!.padStart(2, '0'), parts[2]!.padStart(2, '0')];
    return { text: parts[0], dmy: `${year}-${two}-${one}`, mdy: `${year}-${one}-${two}` };
  }
  return null;
}
