import { createHash, randomBytes } from 'node:crypto';

const PREFIX_BYTES = 5;
const SECRET_BYTES = 32;
/** `shc_`, eight public characters, `_`, 32 random bytes: easy for scanners of leaked secrets to find. */
const FORM = /^(shc_[0-9a-v]{8})_[\w-]{43}$/;

export interface KeyText {
  /** The whole key: shown once, never stored. */
  readonly key: string;
  /** Its public beginning, to recognise it by. */
  readonly prefix: string;
}

/** A new key. Its 256 random bits need no slow hash: nobody guesses them. */
export function newKey(): KeyText {
  const prefix = `shc_${base32(randomBytes(PREFIX_BYTES))}`;
  return { key: `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`, prefix };
}

/** The public beginning of a key, or undefined where the text is none. */
export function prefixOf(key: string): string | undefined {
  return FORM.exec(key)?.[1];
}

/** What is stored of a key. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** 40 bits as eight characters 0–9, a–v. */
function base32(bytes: Buffer): string {
  return bytes.readUIntBE(0, PREFIX_BYTES).toString(32).padStart(8, '0');
}
