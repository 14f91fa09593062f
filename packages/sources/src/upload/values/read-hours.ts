/** When a place is open on a day, `09:00`; `closed` where it is not. Closing before opening is after midnight. */
export type Hours = 'closed' | { readonly opens: string; readonly closes: string };

const CLOSED = /^(closed|geschlossen|zu|ruhetag|ferm[ée]|cerrado|chiuso|gesloten|-|–|—|x)$/i;
const ROUND_THE_CLOCK = /^(24 ?h(ours|rs)?|24\/7|open 24 hours|24 ?std\.?|rund um die uhr|durchgehend)$/i;
const TIME = /(\d{1,2})(?:[:.h]?(\d{2})(?::\d{2})?)?\s*(?:([ap])\.?m\b\.?)?(?:\s*(?:uhr|h)\b)?/gi;
/** A time as a sheet of a workbook keeps it: 0.375 is nine in the morning. */
const SHARE_OF_A_DAY = /(?<![\d:.,])0?[.,]\d+(?![\d:])/g;
/** What may stand between times. */
const BETWEEN = /^(?:[\s,;/&+–—-]|\b(?:to|until|till|bis|von|from|and|und)\b)*$/i;

/** A time of day as `09:00`; undefined where it is none. Reads `9`, `9:30 PM`, `0930`, `18.00 Uhr`, and a spreadsheet's 0.375. */
export function readTime(text: string): string | undefined {
  const times = readTimes(text.trim());
  return times?.length === 1 ? times[0] : undefined;
}

/** `09:00–18:00`, `9am to 5:30 pm`, `9-12, 14-18` (from the first to the last), `closed`, `24 h`; undefined where it is none. */
export function readHours(text: string): Hours | undefined {
  const bare = text.trim();
  if (CLOSED.test(bare)) return 'closed';
  if (ROUND_THE_CLOCK.test(bare)) return { opens: '00:00', closes: '24:00' };
  const times = readTimes(bare);
  if (!times || times.length < 2 || times.length % 2 === 1) return undefined;
  return { opens: times[0], closes: times[times.length - 1] };
}

export const saysClosed = (text: string): boolean => CLOSED.test(text.trim());

function readTimes(written: string): string[] | undefined {
  const text = written.replaceAll(SHARE_OF_A_DAY, (share) => {
    const minutes = Math.round(Number(share.replace(',', '.')) * 24 * 60);
    return clock(Math.floor(minutes / 60), minutes % 60) ?? share;
  });
  const times: string[] = [];
  let end = 0;
  for (const match of text.matchAll(TIME)) {
    if (!BETWEEN.test(text.slice(end, match.index))) return undefined;
    const [, hour, minute, half] = match;
    const time = clock(hourOf(Number(hour), half?.toLowerCase()), Number(minute ?? 0));
    if (time === undefined) return undefined;
    times.push(time);
    end = match.index + match[0].length;
  }
  return BETWEEN.test(text.slice(end)) && times.length > 0 ? times : undefined;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour > 12 ? Number.NaN : (hour % 12) + (half === 'p' ? 12 : 0);
}

function clock(hour: number, minute: number): string | undefined {
  if (!(hour >= 0 && minute < 60 && hour * 60 + minute <= 24 * 60)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
