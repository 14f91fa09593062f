/** Bytes, as S3 and DynamoDB count; a folder's path has to hold it too. */
const LONGEST_KEY_BYTES = 512;
/** No separators, no control characters, nothing that Windows or a shell treats specially; not `.` or `..`. */
const NAME = /^(?!\.{1,2}$)[\p{L}\p{N}_.@ ()+=,-]{1,200}$/u;

/** A key that a store refuses: it could leave the store, or mean different blobs on different systems. */
export class InvalidBlobKey extends RangeError {
  constructor(key: string) {
    super(`Not a blob key: ${JSON.stringify(key.slice(0, 100))}. Use plain names divided by single slashes.`);
    this.name = 'InvalidBlobKey';
  }
}

/** There is no blob under this key. */
export class BlobNotFound extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`There is no blob ${key}.`);
    this.name = 'BlobNotFound';
    this.key = key;
  }
}

/** The names of a key, validated: every adapter splits by this and by nothing else. */
export function keyNames(key: string): string[] {
  const names = key.split('/');
  const valid =
    Buffer.byteLength(key) <= LONGEST_KEY_BYTES &&
    key === key.normalize('NFC') &&
    names.every((name) => NAME.test(name) && name.trim() === name && !name.endsWith(TEMPORARY));
  if (!valid) throw new InvalidBlobKey(key);
  return names;
}

/** The names of a prefix (`a/b/`), validated; none for ''. */
export function prefixNames(prefix: string): string[] {
  if (prefix === '') return [];
  if (!prefix.endsWith('/')) throw new InvalidBlobKey(prefix);
  return keyNames(prefix.slice(0, -1));
}

/** How a blob is called while it is written. */
export const TEMPORARY = '.partial';
