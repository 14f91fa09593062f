import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { identityOf, type ProcessIdentity, stillRuns } from './process-identity.ts';

/**
 * Claims a data folder for this process, so that two starts don't serve one folder. A claim whose process has died
 * (kill -9) is void. Returns what gives the claim back.
 */
export function claim(path: string, folder: string): () => void {
  const mine = identityOf(process.pid) ?? { pid: process.pid, startedAt: '' };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    // Twice: once against a claim that may prove void, once more after it was set aside.
    for (let attempt = 0; attempt < 2; attempt++) {
      if (linked(draft, path)) return () => release(path, mine);
      const holder = holderOf(path);
      if (holder && stillRuns(holder)) throw alreadyRunning(holder.pid, folder);
      setAside(path, holder);
    }
    throw alreadyRunning(holderOf(path)?.pid, folder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all, and never replaces what is there. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a void claim away. Where another start was faster and the file is already its claim, that is put back. */
function setAside(path: string, expected: ProcessIdentity | undefined): void {
  const aside = `${path}.void.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved?.pid !== expected?.pid || moved?.startedAt !== expected?.startedAt) linked(aside, path);
  rmSync(aside, { force: true });
}

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function release(path: string, mine: ProcessIdentity): void {
  const holder = holderOf(path);
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(path, { force: true });
}

function alreadyRunning(pid: number | undefined, folder: string): ShelfcastError {
  return new ShelfcastError(databaseErrors.already_running, {
    detail: `The data folder ${folder} is in use by process ${pid ?? 'unknown'}.`,
    remedy: `Use what is running, stop it first (\`kill ${pid ?? '<pid>'}\`), or choose another data folder.`,
  });
}
