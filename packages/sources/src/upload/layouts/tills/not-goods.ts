import { type ErrorKind, uploadErrors } from '@shelfcast/domain';

/** What stands among the products of a till's lines and is no goods, in the words that exports use. */
const NO_GOODS =
  /^(custom amount|tips?|gratuity|gift ?cards?( .*)?|e-?gift ?cards?( .*)?|gift ?vouchers?|store credit|shipping( .*)?|delivery( fee)?|postage|service (charge|fee)|surcharge|rounding|deposit|donation|discount|loyalty.*)$/i;

/** Skips what is no goods by its name; undefined for goods. */
export function notGoods(name: string): ErrorKind | undefined {
  return NO_GOODS.test(name.trim()) ? uploadErrors.not_a_product : undefined;
}

/** `true`, `yes`, `1`: what exports write into a column that says whether. */
export const saysYes = (text: string): boolean => /^(true|yes|y|1)$/i.test(text);
