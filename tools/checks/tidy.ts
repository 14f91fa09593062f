import type { Check, Finding } from './repository.ts';

/** Near 300 lines a second idea has moved in; at 400 nobody can say that it has not. */
const MOST_LINES = 400;
const CODE = /\.(ts|tsx|js|mjs|sql|css|sh)$/;
const GENERATED = /(\/generated\/|\/fixtures\/|\.gen\.ts$)/;
// Written apart, so that this file does not find itself.
const MARKS = new RegExp(
  `\\b(${['TO', 'FIX'].map((start) => `${start}${start === 'TO' ? 'DO' : 'ME'}`).join('|')}|X{3})\\b`,
);

export const tidy: Check = {
  name: 'one idea a file, nothing left for later',
  run(repository) {
    const findings: Finding[] = [];
    for (const path of repository.files) {
      if (!CODE.test(path) || GENERATED.test(path)) continue;
      const lines = repository.read(path).split('\n');
      if (lines.length > MOST_LINES) {
        findings.push({
          path,
          message: `has ${lines.length} lines. Ask which second idea moved in, and give it its own file.`,
        });
      }
      lines.forEach((text, at) => {
        if (MARKS.test(text))
          findings.push({
            path,
            line: at + 1,
            message: 'leaves something for later. Do it, or open an issue.',
          });
      });
    }
    return findings;
  },
};
