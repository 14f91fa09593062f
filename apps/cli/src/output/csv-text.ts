import { guardText } from '@shelfcast/domain';

/** A field as RFC 4180 writes it: in quotes only where it must be, and never what a spreadsheet would take for a formula. */
export function csvField(field: string): string {
  const text = guardText(field);
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Six decimals: far below what any forecast means, and the same text on every machine. */
const SCALE = 1e6;

export function csvNumber(value: number): string {
  if (Number.isNaN(value)) return '';
  // Beyond 9·10⁹ a scaled number would leave the exact integers; such values have no decimals worth keeping.
  return String(Math.abs(value) < 9e9 ? Math.round(value * SCALE) / SCALE : value);
}
