/**
 * Text that begins so is taken for a formula by a spreadsheet (OWASP, CSV Injection), also full width; an apostrophe in front is
 * how text is marked there, so that text which begins with one needs another.
 */
const TAKEN_FOR_FORMULA = /^['=+\-@\t\r\n＝＋－＠]/;
/** A number does no harm, and must stay one: `-1.5`, `+2`, `-1,234.50`. */
const PLAIN_NUMBER = /^[+-]\d+(?:[.,]\d+)*$/;

/** Text as it can stand in a file that spreadsheets open: with an apostrophe in front of what they would calculate. */
export function guardText(text: string): string {
  return TAKEN_FOR_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** What `guardText` was given. */
export function unguardText(text: string): string {
  return text.startsWith("'") && TAKEN_FOR_FORMULA.test(text.slice(1)) && !PLAIN_NUMBER.test(text.slice(1))
    ? text.slice(1)
    : text;
}
