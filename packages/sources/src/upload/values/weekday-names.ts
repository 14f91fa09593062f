/** Languages that tills write weekday names in. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'pl'];
/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** `monday`, `mo`, `mon`, `montag` → 1, as ISO 8601 counts; built once from what the runtime knows of each language. */
const WEEKDAYS = new Map<string, number>();
for (const language of LANGUAGES)
  for (const length of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
    for (let weekday = 1; weekday <= 7; weekday++) {
      const name = plain(format.format(A_MONDAY + (weekday - 1) * DAY_MS));
      // The first language to claim a name keeps it: `mar` and `mi` are of several languages' days.
      if (!WEEKDAYS.has(name)) WEEKDAYS.set(name, weekday);
    }
  }
/** Abbreviations that the runtime does not know. */
for (const [name, weekday] of [
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
  ['sonnabend', 6],
] as const)
  WEEKDAYS.set(name, weekday);

/** 1 = Monday to 7 = Sunday, of a name in any of ten languages; undefined where it is none. */
export function weekdayNamed(name: string): number | undefined {
  return WEEKDAYS.get(plain(name));
}

/** The weekday that `text` names, by its name or its number: 1 = Monday to 7, or 0, = Sunday. */
export function readWeekday(text: string): number | undefined {
  const bare = text.trim();
  if (/^[0-7]$/.test(bare)) return bare === '0' ? 7 : Number(bare);
  return weekdayNamed(bare);
}

const RANGE = /^(.+?)\s*(?:-|–|—|\bto\b|\bbis\b|\bthrough\b)\s*(.+)$/i;

/** `Mon–Fri`, `Sa, So`, `Monday`, `daily`: the weekdays that are meant, in order; undefined where one is none. */
export function readWeekdays(text: string): number[] | undefined {
  const bare = text.trim();
  if (/^(daily|every ?day|all days|täglich|alle tage)$/i.test(bare)) return [1, 2, 3, 4, 5, 6, 7];
  const days: number[] = [];
  for (const part of bare.split(/\s*(?:[,;/&+]|\band\b|\bund\b)\s*/i)) {
    const one = readWeekday(part);
    if (one !== undefined) {
      days.push(one);
      continue;
    }
    const range = RANGE.exec(part);
    const [first, last] = [range && readWeekday(range[1]), range && readWeekday(range[2])];
    if (!first || !last) return undefined;
    for (let day = first; ; day = (day % 7) + 1) {
      days.push(day);
      if (day === last) break;
    }
  }
  return [...new Set(days)];
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}.\s]/gu, '');
}
