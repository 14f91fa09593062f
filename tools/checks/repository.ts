import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the clone as checks see them: paths from its root, with `/`. */
export interface Repository {
  readonly files: readonly string[];
  read(path: string): string;
}

/** What breaks a rule: where, and what to do instead. */
export interface Finding {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** One rule over the whole repository. Its name is the rule. */
export interface Check {
  readonly name: string;
  run(repository: Repository): Finding[];
}

/** Mirrors .gitignore: what is built, installed or left behind is not ours to check. */
const NOT_OURS = /^(node_modules|dist|coverage|tmp|\..*cache|__pycache__|\.venv|\.git|\.shelfcast)$/;

export function openRepository(root: string): Repository {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (NOT_OURS.test(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(path);
    }
  };
  walk('');
  return { files: files.sort(), read: (path) => readFileSync(join(root, path), 'utf8') };
}

/** A repository that exists only in a test. */
export function repositoryOf(contents: Readonly<Record<string, string>>): Repository {
  return { files: Object.keys(contents).sort(), read: (path) => contents[path] };
}
