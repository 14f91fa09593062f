import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The passwords of one embedded server, made once at random. */
export interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
  readonly jobs: string;
}

/** Reads the passwords, or makes them: a file only its owner can read, whole or not at all. */
export function passwordsAt(path: string): Passwords {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { admin: password(), owner: password(), app: password(), jobs: password() };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return passwords;
}
