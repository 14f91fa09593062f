import { parseArgs } from 'node:util';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** What an option takes: nothing, one text, or a list (comma-separated; may be repeated). */
export type OptionKind = 'switch' | 'text' | 'list';

export interface CommandLine {
  readonly files: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/**
 * Cuts a command line into files and options, and refuses what `kinds` doesn't know. By hand on parseArgs' tokens: its own messages
 * name no remedy, and a misspelt option must not be taken for a file.
 */
export function readCommandLine(
  args: readonly string[],
  kinds: Readonly<Record<string, OptionKind>>,
  command: string,
): CommandLine {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const files: string[] = [];
  const switches = new Set<string>();
  const texts = new Map<string, string>();
  const lists = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, value, rawName } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw unknownOption(rawName, name, Object.keys(kinds), command);
    if (kind === 'switch') {
      if (value !== undefined) throw new UsageError(`--${name} takes no value.`, `Write --${name} alone.`);
      switches.add(name);
      continue;
    }
    if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('--')))
      throw new UsageError(
        `--${name} needs a value.`,
        `Write --${name} and what it is to be; \`shelfcast ${command} --help\` shows an example.`,
      );
    if (kind === 'list') lists.set(name, [...(lists.get(name) ?? []), ...itemsOf(value)]);
    else if (texts.has(name)) throw new UsageError(`--${name} is given twice.`, 'Keep one of them.');
    else texts.set(name, value);
  }
  return { files, switches, texts, lists };
}

/** What lies between commas; those within brackets separate nothing: mean(ses,mstl(theta)) is one item. */
function itemsOf(text: string): string[] {
  const items = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === ',' && depth === 0) {
      items.push('');
      continue;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    items[items.length - 1] += letter;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function unknownOption(raw: string, name: string, known: readonly string[], command: string): UsageError {
  const meant = nearest(name, known);
  return new UsageError(
    `There is no option ${raw}.`,
    meant ? `Did you mean --${meant}?` : `\`shelfcast ${command} --help\` lists the options.`,
  );
}
