const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** The separator that stands most often in the header, quoted text aside; a comma where none does. */
export function sniffDelimiter(text: string): Delimiter {
  const header = text.split('\n', 1)[0].replaceAll(/"[^"]*"/g, '');
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of CANDIDATES) {
    const count = header.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}
