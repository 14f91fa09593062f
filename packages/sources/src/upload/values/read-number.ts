/** Digits with at most one point, perhaps negative: nearly every number of nearly every file. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;
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
  if (PLAIN.test(text)) return text;
  let bare = text.trim().replaceAll(/[\s\u00a0\u202f$€£¥₹'’]/g, '');
  if (/^\(.*\)$/.test(bare)) bare = `-${bare.slice(1, -1)}`;
  if (PLAIN.test(bare)) return bare;
  if (SCIENTIFIC.test(bare)) return Number.isFinite(Number(bare)) ? plainText(Number(bare)) : undefined;
  if (GROUPED_BY_POINT.test(bare)) return unsigned(bare.replaceAll('.', '').replace(',', '.'));
  if (GROUPED_BY_COMMA.test(bare) && (comma === 'groups' || bare.includes('.')))
    return unsigned(bare.replaceAll(',', ''));
  if (DECIMAL_COMMA.test(bare)) return unsigned(bare.replace(',', '.').replace(/^([-+]?)\./, '$10.'));
  if (/^\+?\d*\.?\d+$/.test(bare) || /^[-+]?\d+\.$/.test(bare) || /^-\.\d+$/.test(bare))
    return plainText(Number(bare));
  return undefined;
}

const unsigned = (text: string) => (text.startsWith('+') ? text.slice(1) : text);

/** Twelve decimals: what a float of a data frame holds, without an exponent. */
function plainText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(12).replace(/\.?0+$/, '');
}
