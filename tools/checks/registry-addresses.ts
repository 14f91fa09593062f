import type { Check, Finding } from './repository.ts';

/** A clone installs from whatever registry its user has set: none is written down, and no credential either. */
export const registryAddresses: Check = {
  name: 'no registry address and no credential is committed',
  run(repository) {
    const findings: Finding[] = [];
    for (const path of repository.files) {
      const name = path.split('/').at(-1)!;
      if (!/^(package-lock\.json|package\.json|\.npmrc|\.yarnrc.*)$/.test(name)) continue;
      repository
        .read(path)
        .split('\n')
        .forEach((text, at) => {
          if (
            /"resolved":\s*"https?:/.test(text) ||
            /^\s*(@[^:=]+:)?registry\s*=/.test(text) ||
            /"registry":/.test(text)
          ) {
            findings.push({
              path,
              line: at + 1,
              message:
                'names a registry. Run `npm install --omit-lockfile-registry-resolved`, or take it out.',
            });
          }
          if (/_auth|_password/i.test(text))
            findings.push({
              path,
              line: at + 1,
              message: 'carries a credential. Take it out, and revoke it.',
            });
        });
    }
    return findings;
  },
};
