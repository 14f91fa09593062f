import { posix } from 'node:path';
import { codeFiles, importsOf, isTest, workspaceOf } from './modules.ts';
import type { Check, Finding } from './repository.ts';

const BASE = ['domain'];
const MIDDLE = ['domain', 'database', 'blobs', 'shards'];

/** Who may import whom (docs/decisions, ARCHITECTURE.md). A room that is not listed may import nothing of ours. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  forecasting: [],
  boosting: [],
  domain: [],
  database: BASE,
  blobs: BASE,
  sources: BASE,
  planning: BASE,
  contract: BASE,
  shards: BASE,
  jobs: MIDDLE,
  identity: MIDDLE,
  ledger: MIDDLE,
  serving: MIDDLE,
  testing: MIDDLE,
};

/** Where code belongs that wants to import this room from below. */
const BETTER_HOME: Readonly<Record<string, string>> = {
  forecasting: 'apps/pipeline, which hands the values to forecast and takes the result',
  boosting: 'apps/pipeline, which hands the values to forecast and takes the result',
  database:
    'packages/ledger, packages/serving or packages/identity, which may speak SQL, or an app that hands the rows in',
  ledger: 'an app: it reads the ledger and hands the rows in',
  sources: 'an app: it opens the file and hands the rows in (apps/pipeline does for imports)',
  contract: 'apps/api: only the HTTP boundary knows the shape of requests',
  testing: 'a test (x.test.ts): test support never runs in the product',
  identity: 'apps/api, which asks who it is before it calls',
  serving: 'apps/pipeline or apps/api: they publish and read',
  jobs: 'an app: packages never start work by themselves',
  shards: 'apps/pipeline, where shard files are written and read',
  blobs: 'an app, or packages/ledger and packages/serving, which may keep blobs',
};

export const importDirection: Check = {
  name: 'imports go one way',
  run(repository) {
    const findings: Finding[] = [];
    for (const path of codeFiles(repository)) {
      const from = workspaceOf(path);
      if (!from) continue;
      for (const { specifier, line } of importsOf(repository.read(path))) {
        const message = specifier.startsWith('.')
          ? relativeProblem(path, from, specifier)
          : workspaceProblem(path, from, specifier);
        if (message) findings.push({ path, line, message });
      }
    }
    return findings;
  },
};

function relativeProblem(path: string, from: string, specifier: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const to = workspaceOf(target);
  if (to === from || isTest(path)) return undefined;
  if (to?.startsWith('apps/')) {
    return `imports code of another app (${to}). Better home: a package that both may import.`;
  }
  return to
    ? `reaches into ${to} by a relative path. Import what it exports, by its package name.`
    : `reaches out of ${from} to ${target}. Better home: inside ${from}, or a package.`;
}

function workspaceProblem(path: string, from: string, specifier: string): string | undefined {
  const to = /^@shelfcast\/([^/]+)/.exec(specifier)?.[1];
  const room = from.split('/')[1];
  if (!to || to === room) return undefined;
  if (to === 'testing' && isTest(path)) return undefined;
  if (['api', 'pipeline', 'dashboard'].includes(to)) {
    return `imports the app ${to}. Better home: a package that both may import.`;
  }
  const allowed =
    from === 'apps/dashboard' ? ['contract'] : from.startsWith('apps/') ? undefined : (ALLOWED[room] ?? []);
  if (allowed === undefined ? to !== 'testing' : allowed.includes(to)) return undefined;
  const list = allowed === undefined ? 'every package but testing' : allowed.join(', ') || 'nothing of ours';
  const home =
    from === 'apps/dashboard'
      ? 'apps/api: the dashboard knows only its contract'
      : (BETTER_HOME[to] ?? 'an app');
  return `imports ${to}; ${room} may import ${list}. Better home: ${home}.`;
}
