import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockAndEnvironment } from './clock-and-environment.ts';
import { declaredDependencies } from './declared-dependencies.ts';
import { documentLinks } from './document-links.ts';
import { errorPages } from './error-pages.ts';
import { importDirection } from './import-direction.ts';
import { registryAddresses } from './registry-addresses.ts';
import { type Check, repositoryOf } from './repository.ts';
import { tidy } from './tidy.ts';

const messages = (check: Check, files: Record<string, string>): string[] =>
  check
    .run(repositoryOf(files))
    .map(({ path, line, message }) => `${path}${line ? `:${line}` : ''} ${message}`);

test('forecasting importing the database is refused, and told the better home', () => {
  const [finding, ...rest] = messages(importDirection, {
    'packages/forecasting/src/a.ts': "\nimport { openDatabase } from '@shelfcast/database';\n",
  });
  assert.match(
    finding,
    /^packages\/forecasting\/src\/a\.ts:2 .*nothing of ours.*Better home: packages\/ledger/,
  );
  assert.deepEqual(rest, []);
});

test('an app importing another app is refused, by name and by path', () => {
  const found = messages(importDirection, {
    'apps/api/src/a.ts': "import { stage } from '../../pipeline/src/stages.ts';\n",
    'apps/cli/src/b.ts': "const c = await import('@shelfcast/api');\n",
  });
  assert.equal(found.length, 2);
  assert.match(found[0], /another app \(apps\/pipeline\)/);
});

test('the dashboard may import the contract and nothing else of ours', () => {
  const found = messages(importDirection, {
    'apps/dashboard/src/a.tsx':
      "import type { Run } from '@shelfcast/contract';\nimport { parseDay } from '@shelfcast/domain';\n",
  });
  assert.equal(found.length, 1);
  assert.match(found[0], /a\.tsx:2 imports domain/);
});

test('test support is imported by tests alone', () => {
  const source = "import { cloneDatabase } from '@shelfcast/testing';\n";
  assert.deepEqual(messages(importDirection, { 'packages/ledger/src/a.test.ts': source }), []);
  assert.equal(
    messages(importDirection, { 'packages/ledger/src/a.ts': source, 'apps/api/src/b.ts': source }).length,
    2,
  );
});

test('an import over several lines is seen', () => {
  const source = "import {\n  one,\n  two,\n} from '@shelfcast/sources';\n";
  assert.match(
    messages(importDirection, { 'packages/ledger/src/a.ts': source })[0],
    /a\.ts:4 imports sources/,
  );
});

test('an undeclared and an unused dependency are both found', () => {
  const found = messages(declaredDependencies, {
    'package.json': '{"name":"root"}',
    'packages/blobs/package.json': '{"name":"@shelfcast/blobs","dependencies":{"pino":"1.0.0"}}',
    'packages/blobs/src/index.ts': "import pg from 'pg';\nimport { join } from 'node:path';\n",
  });
  assert.equal(found.length, 2);
  assert.match(found[0], /imports pg/);
  assert.match(found[1], /lists pino/);
});

test('a manifest that disagrees with the lockfile is found', () => {
  const found = messages(declaredDependencies, {
    'package.json': '{"name":"root"}',
    'package-lock.json': '{"packages":{"packages/blobs":{"dependencies":{"pg":"8.0.0"}}}}',
    'packages/blobs/package.json': '{"name":"@shelfcast/blobs","dependencies":{"pg":"8.0.1"}}',
    'packages/blobs/src/index.ts': "import pg from 'pg';\n",
  });
  assert.equal(found.length, 1);
  assert.match(found[0], /package-lock/);
});

test('an error without a page, a page without a section and a page without an error are found', () => {
  const found = messages(errorPages(new Set(['upload.empty_file', 'upload.binary'])), {
    'docs/errors/upload.empty_file.md': '# x\n## What happened\n## Why\n',
    'docs/errors/upload.gone.md': '',
  });
  assert.equal(found.length, 3);
});

test('a dead link and a dead anchor are found, other sites and code are let be', () => {
  const found = messages(documentLinks, {
    'README.md':
      '[a](docs/b.md#what-it-is) [c](docs/c.md) [d](docs/b.md#gone) [e](https://example.com/x) [f](docs)\n```\n[g](nowhere.md)\n```\n',
    'docs/b.md': '## What it *is*?\n',
  });
  assert.deepEqual(found, [
    'README.md:1 links to docs/c.md, which does not exist.',
    'README.md:1 links to docs/b.md#gone, but docs/b.md has no such heading.',
  ]);
});

test('a file of more than 400 lines and a mark for later are found', () => {
  const found = messages(tidy, {
    'a.ts': '\n'.repeat(400),
    'b.ts': `// ${'TO'}DO: this\n`,
    'c.ts': 'const toDo = 1;\n',
  });
  assert.equal(found.length, 2);
});

test('a package that reads the clock or the environment is found; an app, a test and a comment are not', () => {
  const source = 'const now = Date.now();\nconst url = process.env.URL;\n';
  const found = messages(clockAndEnvironment, {
    'packages/ledger/src/a.ts': source,
    'packages/ledger/src/a.test.ts': source,
    'packages/ledger/src/b.ts': '// not process.env\n',
    'apps/api/src/main.ts': source,
  });
  assert.deepEqual(
    found.map((text) => text.slice(0, 26)),
    ['packages/ledger/src/a.ts:1', 'packages/ledger/src/a.ts:2'],
  );
});

test('a registry address in the lockfile or in .npmrc is found', () => {
  const found = messages(registryAddresses, {
    'package-lock.json':
      '"resolved": "https://registry.example.com/pg.tgz",\n"resolved": "packages/blobs",\n',
    '.npmrc': 'save-exact=true\n@acme:registry=https://x\n',
  });
  assert.equal(found.length, 2);
});
