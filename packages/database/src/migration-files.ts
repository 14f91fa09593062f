import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text: a migration that was applied somewhere never changes. */
  readonly checksum: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

/** Every migration, in order. Names are `NNN_name.sql`; a number stands once. */
export function readMigrations(folder: URL = FOLDER): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const name = /^(\d{3})_([a-z0-9_]+)\.sql$/.exec(file);
      if (!name) throw new Error(`A migration is named NNN_name.sql, not ${file}.`);
      const text = readFileSync(new URL(file, folder), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { number: Number(name[1]), name: name[2], text, checksum };
    });
  const twice = migrations.find(({ number }, i) => number === migrations[i - 1]?.number);
  if (twice) throw new Error(`Two migrations have the number ${twice.number}.`);
  return migrations;
}

/** One checksum over all of them: names the template that tests clone. */
export function schemaChecksum(migrations: readonly Migration[] = readMigrations()): string {
  const hash = createHash('sha256');
  for (const { number, checksum } of migrations) hash.update(`${number} ${checksum}\n`);
  return hash.digest('hex');
}
