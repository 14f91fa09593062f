/** Languages that tills write month names in. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'pl'];

/** `dec`, `december`, `dez`, `déc` → 12; built once from what the runtime knows of each language. */
const MONTHS = new Map<string, number>();
for (const language of LANGUAGES)
  for (const length of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const name = plain(format.format(Date.UTC(2026, month, 1)));
      // The first language to claim a short name keeps it; none of ours disagree about one.
      if (!MONTHS.has(name)) MONTHS.set(name, month + 1);
    }
  }

/** Month of a name in any of ten languages, with or without its point; undefined where it is none. */
export function monthNamed(name: string): number | undefined {
  return MONTHS.get(plain(name)) ?? MONTHS.get(plain(name).slice(0, 3));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '');
}
