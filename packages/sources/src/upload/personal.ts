/**
 * Columns about people. A forecast needs none of them, so they are dropped before anything is stored, and
 * the report names them.
 */
const PERSONAL =
  /(^|_)(customer|client|buyer|guest|shopper|email|e_mail|phone|telephone|mobile|cardholder|card_number|pan_suffix|address|street|zip|postcode|postal_code|cashier|employee|server|associate|shipping_name|billing_name|first_name|last_name|birthday|iban)(_|$)/;

export function isPersonalColumn(column: string): boolean {
  const words = column
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
  return PERSONAL.test(words);
}

/** Ten digits and more, perhaps grouped; not a date and time, whose four-digit year stands before a dash. */
const PHONE_OR_CARD = /(?<![\d-])(?!\d{4}-\d\d-\d\d)\+?\d(?:[\s().-]?\d){9,}/g;

/** As many characters as tell a person which value is meant. */
const SHOWN_CHARACTERS = 60;

/** A value as a report may show it: short, printable, without an e-mail address, phone or card number. */
export function forReport(value: string): string {
  const printable = value
    .slice(0, 4 * SHOWN_CHARACTERS)
    .replaceAll(/\p{Cc}/gu, '�')
    .replaceAll(/[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+/g, '[e-mail]')
    .replaceAll(PHONE_OR_CARD, '[number]');
  const characters = [...printable];
  return characters.length <= SHOWN_CHARACTERS
    ? printable
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
