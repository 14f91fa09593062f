import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as users start it: everything here goes through a child process. */
export const binary = fileURLToPath(new URL('../../bin/shelfcast.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with the user's files, and a way to run the command in it. */
export interface Desk {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** Names of all files in the folder: what a run left behind. */
  files(): string[];
  run(...args: string[]): Promise<Ran>;
  clear(): void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-desk-'));
  return {
    folder,
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    files: () => readdirSync(folder).sort(),
    run: (...args) => run(args, folder),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** 28 days of January 2024 of one series, `item,date,units`, with a rhythm. */
export function januarySales(item = 'a'): string {
  const rows = Array.from(
    { length: 28 },
    (_, i) => `${item},2024-01-${String(i + 1).padStart(2, '0')},${i % 7}`,
  );
  return `item,date,units\n${rows.join('\n')}\n`;
}

/** The options that fit `januarySales`. */
export const january = [
  '--id',
  'item',
  '--date',
  'date',
  '--value',
  'units',
  '--horizon',
  '7',
  '--workers',
  '1',
];

/** CSV without line breaks in its fields, as records. */
export function records(text: string): Record<string, string>[] {
  const [head, ...rows] = text.trimEnd().split('\n').map(fields);
  return rows.map((row) => Object.fromEntries(row.map((field, i) => [head[i], field])));
}

function fields(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(found, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
