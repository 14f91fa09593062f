/** The exact difference of two decimal texts: a discount taken off to the penny. */
export function subtractDecimals(left: string, right: string): string {
  const scale = Math.max(decimals(left), decimals(right));
  const difference = scaled(left, scale) - scaled(right, scale);
  if (scale === 0) return difference.toString();
  const digits = (difference < 0n ? -difference : difference).toString().padStart(scale + 1, '0');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function decimals(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function scaled(text: string, scale: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(scale - decimals(text)));
}
