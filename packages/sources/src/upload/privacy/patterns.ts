import type { PersonalKind } from '@shelfcast/domain';

/** Nothing shorter than this is a phone, a card, an account or an e-mail address. */
const SHORTEST = 6;
/** What all of them have: an at sign, or digits; a cheap look that spares nearly every cell the others. */
const SUSPICIOUS = /@|\d[\s().\-/]?\d[\s().\-/]?\d[\s().\-/]?\d|[*xX•]{2}/;

const E_MAIL = /[^\s@,;:<>()]{1,64}@[^\s@,;:<>()]{1,190}\.\p{L}{2,24}/gu;
/** International (`+44 20 …`), or grouped as people write numbers: `(555) 123-4567`, `0171 / 123 45 67`. */
const PHONE =
  /(?<![\w-])(?!\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}\b)(?:(?:\+|00)[1-9]\d{0,2}(?:[\s().\-/]{0,2}\d){6,12}|\(\d{2,5}\)[\s.-]?\d(?:[\s.\-/]?\d){4,9}|0\d{1,4}(?:[ /-]| \/ |-)\d(?:[ .-]?\d){4,9}|[2-9]\d{2}[-. ][2-9]\d{2}[-. ]\d{4})(?![\w-])/g;
/** Digits of a card with their usual gaps. */
const CARD = /(?<![\d.,-])\d(?:[ -]?\d){14,18}(?![\d.,-])/g;
/** A card of which all but the end is hidden. Every repeat is bounded: text from strangers must not take its square in time. */
const MASKED_CARD =
  /(?:[*•xX]{4}[ -]?){1,4}\d{3,4}(?!\d)|[*•]{2,12}[ -]?\d{4}(?!\d)|\b\d{4,6}[*xX•]{4,9}\d{4}\b/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/g;

/** What about a person stands in `text`, so that it can be told by its form: undefined for nothing. */
export function personalIn(text: string): PersonalKind | undefined {
  if (text.length < SHORTEST || !SUSPICIOUS.test(text)) return undefined;
  let kind: PersonalKind | undefined;
  replaceEach(text, (found) => {
    kind ??= found;
    return '';
  });
  return kind;
}

/** `text` with `[e-mail]`, `[phone]`, `[card]` and `[iban]` where one stood. */
export function withoutPersonal(text: string): string {
  if (text.length < SHORTEST || !SUSPICIOUS.test(text)) return text;
  return replaceEach(text, (kind) => `[${kind}]`);
}

/** `text` with `[e-mail]` where an address stood: a code may look like a phone, never like that. */
export const withoutEmail = (text: string): string =>
  text.includes('@') ? text.replaceAll(E_MAIL, '[e-mail]') : text;

function replaceEach(text: string, by: (kind: PersonalKind) => string): string {
  return text
    .replaceAll(E_MAIL, () => by('e-mail'))
    .replaceAll(IBAN, (found) => (isIban(found) ? by('iban') : found))
    .replaceAll(MASKED_CARD, () => by('card'))
    .replaceAll(CARD, (found) => (isCard(found) ? by('card') : found))
    .replaceAll(PHONE, () => by('phone'));
}

/** Fifteen to nineteen digits of a known network whose check digit holds (ISO/IEC 7812). EANs are shorter. */
function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  const { length } = digits;
  const network =
    (length === 15 && /^3[47]/.test(digits)) ||
    (length === 16 && /^(?:4|5[1-5]|2[2-7]|6(?:011|4[4-9]|5)|35|62)/.test(digits)) ||
    (length === 19 && /^(?:4|62|6304|6759|676[1-3])/.test(digits));
  return network && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum % 10 === 0;
}

/** ISO 13616: the first four characters put last, letters as 10 to 35, the rest of a division by 97 is 1. */
function isIban(text: string): boolean {
  const bare = text.replaceAll(' ', '');
  let rest = 0;
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
