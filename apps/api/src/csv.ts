import { guardText } from '@shelfcast/domain';

/** One line of CSV after RFC 4180. Text that a spreadsheet would calculate is guarded: a product's name can come from anybody. */
export function csvLine(fields: readonly (string | number | null)[], separator = ','): string {
  return `${fields.map((field) => csvField(field, separator)).join(separator)}\r\n`;
}

function csvField(field: string | number | null, separator: string): string {
  if (field === null) return '';
  if (typeof field === 'number') return Number.isFinite(field) ? String(field) : '';
  const text = guardText(field);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
