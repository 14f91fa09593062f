import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ShelfcastError, startErrors } from '@shelfcast/domain';
import { newKey } from '@shelfcast/identity';

/** What this installation alone knows. The file is its owner's (0600); the database keeps only hashes. */
export interface Secrets {
  /** Signs the dashboard's session cookies. */
  readonly session: string;
  /** The demo user's password. */
  readonly password: string;
  /** The demo tenant's API key. */
  readonly apiKey: string;
}

/** No letters that are mistaken for each other: it is typed from a terminal into a phone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Reads the secrets, or makes them. */
export function readSecrets(path: string): Secrets {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const made = {
      session: randomBytes(48).toString('base64url'),
      password: newPassword(),
      apiKey: newKey().key,
    };
    writeSecrets(path, made);
    return made;
  }
  chmodSync(path, 0o600);
  try {
    const { session, password, apiKey } = JSON.parse(text) as Secrets;
    if ([session, password, apiKey].every((each) => typeof each === 'string'))
      return { session, password, apiKey };
  } catch {
    // Not JSON: the same answer as for JSON that lacks what we wrote.
  }
  throw new ShelfcastError(startErrors.data_folder_unusable, {
    detail: `${path} is not what Shelfcast wrote there.`,
    remedy: 'Put it back from a backup; or delete it, and the next start makes a new password and key.',
  });
}

/** Whole or not at all: a start that is killed here must find the old file. */
export function writeSecrets(path: string, secrets: Secrets): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Four groups of four: 79 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
