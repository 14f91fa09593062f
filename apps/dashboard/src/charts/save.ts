import type { Fan } from './fan.ts';

/** The chart's numbers as CSV. Text that a spreadsheet would run as a formula can't occur: dates and numbers only. */
export function fanCsv(fan: Fan): string {
  const head =
    'date,sold,expected,q0.1,q0.25,q0.75,q0.9,days_without_stock_stated,days_without_stock_inferred';
  const rows = fan.dates.map((date, i) =>
    [
      date,
      fan.sold[i],
      fan.median[i],
      fan.low80[i],
      fan.low50[i],
      fan.high50[i],
      fan.high80[i],
      fan.stockOuts.get(i)?.stated,
      fan.stockOuts.get(i)?.inferred,
    ]
      .map((cell) => cell ?? '')
      .join(','),
  );
  return `${head}\r\n${rows.join('\r\n')}\r\n`;
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every file system takes: "hanging-heart-london.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .join('-')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80);
  return `${stem || 'forecast'}.${extension}`;
}
