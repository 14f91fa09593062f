import { isTest } from './modules.ts';
import type { Check, Finding } from './repository.ts';

const READS: readonly [pattern: RegExp, what: string][] = [
  [/\bprocess\.env\b/, 'the environment'],
  [/\bDate\.now\(\)|\bnew Date\(\)|\bTemporal\.Now\b/, 'the clock'],
];

/** Packages are given time and settings; only apps (and the embedded server's tests) read them. */
export const clockAndEnvironment: Check = {
  name: 'only apps read the clock and the environment',
  run(repository) {
    const findings: Finding[] = [];
    for (const path of repository.files) {
      if (
        !/^packages\/[^/]+\/src\/.*\.ts$/.test(path) ||
        path.startsWith('packages/testing/') ||
        isTest(path)
      )
        continue;
      const lines = repository.read(path).split('\n');
      lines.forEach((text, at) => {
        if (/^\s*(\*|\/\/|\/\*)/.test(text)) return;
        for (const [pattern, what] of READS) {
          if (pattern.test(text)) {
            findings.push({
              path,
              line: at + 1,
              message: `reads ${what}. Take it as an argument: the app's entry file reads it.`,
            });
          }
        }
      });
    }
    return findings;
  },
};
