// Makes dist/, which is what `npm publish ./dist` publishes: Node refuses to strip types below node_modules, so that what
// is installed must be JavaScript. In the repository itself nothing is built.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('dist'), { recursive: true, force: true });
const compiler = here('../../node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', here('tsconfig.build.json')], { stdio: 'inherit' });

const { private: _, scripts: __, ...manifest } = JSON.parse(readFileSync(here('package.json'), 'utf8'));
const built = (entry) => ({
  types: entry.replace('./src/', './').replace('.ts', '.d.ts'),
  default: entry.replace('./src/', './').replace('.ts', '.js'),
});
manifest.exports = Object.fromEntries(
  Object.entries(manifest.exports).map(([name, entry]) => [name, built(entry)]),
);
manifest.engines = { node: '>=22' };
writeFileSync(here('dist/package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(here('README.md'), here('dist/README.md'));
