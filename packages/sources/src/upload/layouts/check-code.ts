import { type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { MAX_CODE_CHARACTERS } from '../limits.ts';
import { withoutPersonal } from '../privacy/patterns.ts';
import { remembering, rememberingLast } from '../values/remember.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** What is wrong with a code of a product, a location, an order or a line; undefined where nothing is. */
export function codeFault(code: string): ErrorKind | undefined {
  if (code === '') return uploadErrors.missing_value;
  if (code.length > MAX_CODE_CHARACTERS) return uploadErrors.value_too_long;
  if (CONTROL.test(code)) return uploadErrors.control_character;
  return undefined;
}

/** A code as it is meant: trimmed, without the apostrophe by which spreadsheets and old tills mark digits as text. */
export function readCode(cell: string): string {
  const code = cell.trim();
  return code.startsWith("'") ? code.slice(1) : code;
}

/** What a cell says of a code. */
export interface CodeCell {
  readonly code: string;
  readonly fault: ErrorKind | undefined;
}

/** A reader of cells whose codes come again and again: products, locations. */
export const repeatingCodes = (code: (cell: string) => string = readCode) =>
  rememberingLast(remembering((cell) => checked(code(cell))));

/** A reader of cells whose codes come in a row and then never again: orders. */
export const passingCodes = (code: (cell: string) => string = readCode) =>
  rememberingLast((cell) => checked(code(cell)));

const checked = (code: string): CodeCell => ({ code, fault: codeFault(code) });

/** A name is for reading only: cut, cleaned, without what is about a person, never a reason to refuse a sale. */
export function readName(text: string): string | null {
  const name = withoutPersonal(text.trim());
  if (name === '') return null;
  return name.length <= MAX_CODE_CHARACTERS && !CONTROL.test(name)
    ? name
    : [...name.replaceAll(/\p{Cc}+/gu, ' ')].slice(0, MAX_CODE_CHARACTERS).join('');
}
