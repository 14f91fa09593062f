const SCIENTIFIC = /^[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+$/;
const GROUPED_BY_COMMA = /^[-+]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const GROUPED_BY_POINT = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL_COMMA = /^[-+]?\d*,\d+$/;

/**
 * A number as decimal text that SQL and JavaScript read alike, or undefined where `text` is none
 * (NaN and infinities are none). `comma` says what a single comma means: files that separate fields by it
 * group thousands by it, others write decimals by it. A currency sign and an accountant's brackets are taken off.
 */
export function readDecimal(text: string, comma: 'groups' | 'decimal'): string | undefined {
  if (isPlain(text)) return text;
  let bare = text.trim().replaceAll(/[\s\u00a0\u202f$€£¥₹'’]/g, '');
  if (/^\(.*\)$/.test(bare)) bare = `-${bare.slice(1, -1)}`;
  if (isPlain(bare)) return bare;
  if (SCIENTIFIC.test(bare)) return Number.isFinite(Number(bare)) ? plainText(Number(bare)) : undefined;
  if (GROUPED_BY_POINT.test(bare)) return unsigned(bare.replaceAll('.', '').replace(',', '.'));
  if (GROUPED_BY_COMMA.test(bare) && (comma === 'groups' || bare.includes('.')))
    return unsigned(bare.replaceAll(',', ''));
  if (DECIMAL_COMMA.test(bare)) return unsigned(bare.replace(',', '.').replace(/^([-+]?)\./, '$10.'));
  if (/^\+?\d*\.?\d+$/.test(bare) || /^[-+]?\d+\.$/.test(bare) || /^-\.\d+$/.test(bare))
    return plainText(Number(bare));
  return undefined;
}

const MINUS = 0x2d;
const POINT = 0x2e;

/**
 * Digits with at most one point between them, perhaps negative (`-?\d+(\.\d+)?`): nearly every number of nearly every file, so that
 * it is looked at character by character, which takes half as long as a regular expression.
 */
function isPlain(text: string): boolean {
  const whole = text.charCodeAt(0) === MINUS ? 1 : 0;
  const point = digitsEnd(text, whole);
  if (point === whole) return false;
  if (point === text.length) return true;
  return (
    text.charCodeAt(point) === POINT && point + 1 < text.length && digitsEnd(text, point + 1) === text.length
  );
}

/** Position of the first character from `at` on that is no digit. */
function digitsEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) break;
  }
  return at;
}

const unsigned = (text: string) => (text.startsWith('+') ? text.slice(1) : text);

/** Twelve decimals: what a float of a data frame holds, without an exponent. */
function plainText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(12).replace(/\.?0+$/, '');
}
