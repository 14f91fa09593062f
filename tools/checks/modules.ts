import type { Repository } from './repository.ts';

const STATEMENT = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE_IMPORT = /^\s*import\s+['"]([^'"]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"]+)['"]/g;

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** What a TypeScript or JavaScript file imports, statically or by `import('…')`. */
export function importsOf(source: string): Import[] {
  const found: Import[] = [];
  for (const pattern of [STATEMENT, BARE_IMPORT, CALL]) {
    for (const match of source.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ specifier: match[1], line: source.slice(0, end).split('\n').length });
    }
  }
  return found;
}

/** The workspace a path lies in, as `packages/ledger`; undefined for what stands outside (tools, docs, benchmarks). */
export function workspaceOf(path: string): string | undefined {
  return /^(packages|apps)\/[^/]+/.exec(path)?.[0];
}

/** The npm package of a bare specifier; undefined for relative, `node:` and virtual ones. */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|\/|node:|virtual:)/.test(specifier)) return undefined;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

/** Tests, and what only they use: `test/`, `fixtures/`, `testing/`. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/(test|testing|fixtures)\//.test(path);
}

export function codeFiles(repository: Repository): string[] {
  return repository.files.filter((path) => /\.(ts|tsx|js|mjs)$/.test(path));
}
