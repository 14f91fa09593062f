import { codeFiles, importsOf, isTest, packageOf, workspaceOf } from './modules.ts';
import type { Check, Finding, Repository } from './repository.ts';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function manifest(repository: Repository, path: string): Manifest {
  return JSON.parse(repository.read(path)) as Manifest;
}

/** Every import is declared where it is made, every declaration is used, and the lockfile agrees with both. */
export const declaredDependencies: Check = {
  name: 'dependencies are declared where they are used',
  run(repository) {
    const findings: Finding[] = [];
    const rootManifest = manifest(repository, 'package.json');
    // What the root has for all tests; test support itself depends on the packages it helps to test.
    const ofRoot = { ...rootManifest.dependencies, ...rootManifest.devDependencies };
    const shared = new Set([...Object.keys(ofRoot), '@shelfcast/testing']);
    const workspaces = repository.files.filter((path) =>
      /^(packages|apps)\/[^/]+\/package\.json$/.test(path),
    );
    const code = codeFiles(repository);
    for (const file of workspaces) {
      const workspace = workspaceOf(file)!;
      const {
        name,
        dependencies = {},
        devDependencies = {},
        optionalDependencies = {},
      } = manifest(repository, file);
      const used = new Set<string>();
      for (const path of code.filter((each) => each.startsWith(`${workspace}/`))) {
        for (const { specifier, line } of importsOf(repository.read(path))) {
          const wanted = packageOf(specifier);
          if (!wanted || wanted === name) continue;
          used.add(wanted);
          const forTests = isTest(path) && (shared.has(wanted) || wanted in devDependencies);
          if (wanted in dependencies || wanted in optionalDependencies || forTests) continue;
          if (wanted in devDependencies && /(\.config\.ts|\/(tools|scripts)\/.*)$/.test(path)) continue;
          findings.push({
            path,
            line,
            message: `imports ${wanted}, which ${file} does not list as a dependency.`,
          });
        }
      }
      for (const dependency of Object.keys(dependencies)) {
        if (used.has(dependency)) continue;
        findings.push({
          path: file,
          message: `lists ${dependency}, which nothing in ${workspace} imports. Take it out.`,
        });
      }
      findings.push(...lockProblems(repository, workspace, file));
    }
    return findings;
  },
};

function lockProblems(repository: Repository, workspace: string, file: string): Finding[] {
  if (!repository.files.includes('package-lock.json')) return [];
  const lock = JSON.parse(repository.read('package-lock.json')) as { packages: Record<string, Manifest> };
  const sorted = (map: Readonly<Record<string, string>> = {}) => JSON.stringify(Object.entries(map).sort());
  const written = manifest(repository, file);
  const locked = lock.packages[workspace];
  const agrees = (['dependencies', 'devDependencies', 'optionalDependencies'] as const).every(
    (kind) => sorted(written[kind]) === sorted(locked?.[kind]),
  );
  return agrees
    ? []
    : [{ path: file, message: 'disagrees with package-lock.json. Run `npm install` and commit both.' }];
}
