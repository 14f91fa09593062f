import { withoutPersonal } from './privacy/patterns.ts';

/**
 * Columns about people. A forecast needs none of them, so they are dropped before anything is stored, and
 * the report names them.
 */
const PERSONAL =
  /(^|_)(customer|client|buyer|guest|shopper|email|e_mail|phone|telephone|mobile|cardholder|card_number|pan_suffix|address|street|zip|postcode|postal_code|cashier|employee|server|associate|shipping_name|billing_name|first_name|last_name|birthday|iban|manager|contact|staff|owner|fax|telefon|handy|ansprechpartner|kontakt|filialleiter|filialleitung|marktleiter|mitarbeiter|verkäufer|kassierer|kunde|kundenname|kundennummer|inhaber|adresse|anschrift|straße|strasse|hausnummer|plz|postleitzahl|vorname|nachname)(_|$)/;

export function isPersonalColumn(column: string): boolean {
  const words = column
    .slice(0, 200)
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}0-9]+/gu, '_');
  return PERSONAL.test(words);
}

/** Ten digits and more, perhaps grouped; not a date and time, whose four-digit year stands before a dash. */
const LONG_NUMBER = /(?<![\d-])(?!\d{4}-\d\d-\d\d)\+?\d(?:[\s().-]?\d){9,}/g;

/** An EAN, UPC or GTIN: digits in one piece whose check digit holds (GS1 General Specifications, 7.9). */
function isArticleNumber(text: string): boolean {
  if (!/^(?:\d{12}|\d{13}|\d{14})$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += Number(text.at(-1 - i)) * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** As many characters as tell a person which value is meant. */
const SHOWN_CHARACTERS = 60;

/** A value as a report may show it: short, printable, without an e-mail address, phone or card number. */
export function forReport(value: string): string {
  const printable = withoutPersonal(value.slice(0, 4 * SHOWN_CHARACTERS))
    .replaceAll(/\p{Cc}/gu, '�')
    .replaceAll(LONG_NUMBER, (found) => (isArticleNumber(found) ? found : '[number]'));
  const characters = [...printable];
  return characters.length <= SHOWN_CHARACTERS
    ? printable
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
