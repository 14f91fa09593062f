interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** What the list of products takes: a name without a colon, and a value on one line. */
const FILTER = /^[^:]+:.+$/;
const FILTER_CHARACTERS = 300;

/** `name:value` as the list of products takes it; null where it would not. */
export function attributeFilter({ name, value }: Attribute): string | null {
  const filter = `${name}:${value}`;
  return !name.includes(':') && isAttributeFilter(filter) ? filter : null;
}

export const isAttributeFilter = (text: string): boolean =>
  text.length <= FILTER_CHARACTERS && FILTER.test(text);

/** "pack size: 6" out of `pack_size:6`; the value may hold colons of its own. */
export function attributeWords(filter: string): string {
  const at = filter.indexOf(':');
  return `${attributeName(filter.slice(0, at))}: ${filter.slice(at + 1)}`;
}

/** A column's name as words: `pack_size` → "pack size". */
export const attributeName = (name: string): string => name.replaceAll('_', ' ');
