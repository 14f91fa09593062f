import { posix } from 'node:path';
import type { Check, Finding, Repository } from './repository.ts';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;

/** GitHub's way from a heading to its anchor. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of text.replace(FENCE, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*]/g, '')
      .toLowerCase();
    anchors.add(plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
  }
  return anchors;
}

/** A link between our documents leads somewhere, with its anchor. Links to other sites are not followed. */
export const documentLinks: Check = {
  name: 'links in documents lead somewhere',
  run(repository) {
    const folders = new Set(repository.files.flatMap((path) => parents(path)));
    const findings: Finding[] = [];
    for (const path of repository.files.filter((each) => each.endsWith('.md'))) {
      const text = repository.read(path).replace(FENCE, (block) => block.replace(/[^\n]/g, ' '));
      for (const match of text.matchAll(LINK)) {
        const message = problem(repository, folders, path, decodeURI(match[1]));
        if (message) findings.push({ path, line: text.slice(0, match.index).split('\n').length, message });
      }
    }
    return findings;
  },
};

function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function problem(
  repository: Repository,
  folders: ReadonlySet<string>,
  from: string,
  link: string,
): string | undefined {
  if (/^[a-z]+:/i.test(link)) return undefined;
  const [file, anchor] = link.split('#');
  const target =
    file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file)).replace(/\/$/, '');
  if (folders.has(target) || target === '.') return undefined;
  if (!repository.files.includes(target)) return `links to ${link}, which does not exist.`;
  if (!anchor || !target.endsWith('.md') || anchorsOf(repository.read(target)).has(anchor)) return undefined;
  return `links to ${link}, but ${target} has no such heading.`;
}
