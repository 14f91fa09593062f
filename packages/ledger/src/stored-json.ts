/** An escape of JSON: one that PostgreSQL refuses (a zero character, half of a surrogate pair), or any other. */
const ESCAPE = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;
const REFUSED = /^\\u(?:0000|d)/;

/**
 * A value as JSON that a jsonb column takes, whatever a stranger's file put into it: column names, texts of a message. Half of a
 * surrogate pair and a zero character become U+FFFD; whole pairs JSON.stringify leaves as they are.
 */
export function storedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(ESCAPE, (found) => (REFUSED.test(found) ? '\\ufffd' : found));
}
