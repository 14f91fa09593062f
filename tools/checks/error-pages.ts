import { errorCatalogue } from '@shelfcast/domain';
import type { Check, Finding } from './repository.ts';

const FOLDER = 'docs/errors';
const SECTIONS = ['What happened', 'Why', 'What to do'];

/** Every error a user can meet has its page, and no page outlives its error. */
export function errorPages(codes: ReadonlySet<string>): Check {
  return {
    name: 'every error has its page',
    run(repository) {
      const findings: Finding[] = [];
      for (const code of codes) {
        const path = `${FOLDER}/${code}.md`;
        if (!repository.files.includes(path)) {
          findings.push({ path, message: `is missing: describe ${code} (${SECTIONS.join(', ')}).` });
          continue;
        }
        const text = repository.read(path);
        for (const section of SECTIONS) {
          if (!new RegExp(`^#+ ${section}|^\\*\\*${section}`, 'm').test(text)) {
            findings.push({ path, message: `lacks the section "${section}".` });
          }
        }
      }
      for (const path of repository.files) {
        const code = /^docs\/errors\/([a-z]+\.[a-z_]+)\.md$/.exec(path)?.[1];
        if (code && !codes.has(code))
          findings.push({ path, message: `describes ${code}, which no code throws.` });
      }
      return findings;
    },
  };
}

export const ourErrorPages = errorPages(new Set(errorCatalogue.keys()));
