/** The exact product of two decimal texts: quantity × price to the penny, where doubles would drift. */
export function multiplyDecimals(left: string, right: string): string {
  const a = mantissa(left);
  const b = mantissa(right);
  const product = a.digits * b.digits;
  const scale = a.scale + b.scale;
  const exact = Number.isSafeInteger(product) ? product : BigInt(a.text) * BigInt(b.text);
  return decimalText(exact, scale);
}

function mantissa(decimal: string): { text: string; digits: number; scale: number } {
  const point = decimal.indexOf('.');
  if (point < 0) return { text: decimal, digits: Number(decimal), scale: 0 };
  const text = decimal.slice(0, point) + decimal.slice(point + 1);
  return { text, digits: Number(text), scale: decimal.length - point - 1 };
}

function decimalText(value: number | bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const negative = value < 0;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
