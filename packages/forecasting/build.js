// node build.js [folder]: makes dist/ (or another folder), which is what `npm publish ./dist` publishes. Node refuses to strip types
// below node_modules, so that what is installed must be JavaScript. In the repository itself nothing is built.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = resolve(process.argv[2] ?? here('dist'));

rmSync(folder, { recursive: true, force: true });
const compiler = here('../../node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', here('tsconfig.build.json'), '--outDir', folder], {
  stdio: 'inherit',
});

const { private: _, scripts: __, ...manifest } = JSON.parse(readFileSync(here('package.json'), 'utf8'));
const built = (entry) => ({
  types: entry.replace('./src/', './').replace('.ts', '.d.ts'),
  default: entry.replace('./src/', './').replace('.ts', '.js'),
});
manifest.exports = Object.fromEntries(
  Object.entries(manifest.exports).map(([name, entry]) => [name, built(entry)]),
);
// Of the entry for threads; the main entry runs wherever JavaScript modules do.
manifest.engines = { node: '>=22' };
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const file of ['README.md', 'CHANGELOG.md']) cpSync(here(file), join(folder, file));
cpSync(here('../../LICENSE'), join(folder, 'LICENSE'));
