import { type HoursFact, uploadErrors } from '@shelfcast/domain';
import { readHours, readTime, saysClosed } from '../values/read-hours.ts';
import { readYesNo } from '../values/read-yes-no.ts';
import { readWeekdays } from '../values/weekday-names.ts';
import type { Cells } from './cells.ts';
import type { FactKind } from './fact-kind.ts';
import { DATE, FROM, LOCATION, TO } from './names.ts';

export const WEEKDAY: readonly string[] = ['weekday', 'dayofweek', 'dow', 'weekdayname', 'wochentag', 'wtag'];

const OPENS = [
  'opens',
  'open',
  'opensat',
  'opening',
  'openingtime',
  'opentime',
  'openfrom',
  'öffnet',
  'oeffnet',
  'öffnung',
  'öffnungszeitvon',
  'geöffnetvon',
  'geöffnetab',
  'offenvon',
  'offenab',
];
const CLOSES = [
  'closes',
  'close',
  'closesat',
  'closing',
  'closingtime',
  'closetime',
  'opento',
  'openuntil',
  'schließt',
  'schliesst',
  'schluss',
  'öffnungszeitbis',
  'geöffnetbis',
  'offenbis',
  'ladenschluss',
];
export const HOURS: readonly string[] = [
  'hours',
  'openinghours',
  'openhours',
  'businesshours',
  'storehours',
  'tradinghours',
  'öffnungszeiten',
  'öffnungszeit',
  'oeffnungszeiten',
  'geschäftszeiten',
  'uhrzeit',
];
export const CLOSED: readonly string[] = [
  'closed',
  'isclosed',
  'closure',
  'geschlossen',
  'istgeschlossen',
  'schließung',
  'ruhetag',
];
export const CLOSED_FROM: readonly string[] = [
  'closedfrom',
  'closurefrom',
  'closurestart',
  'closedon',
  'closingdate',
  'closuredate',
  'closeddate',
  'geschlossenvon',
  'geschlossenab',
  'geschlossenam',
  'schließungvon',
  'schließtag',
];
const CLOSED_TO = [
  'closedto',
  'closeduntil',
  'closureto',
  'closureend',
  'reopens',
  'geschlossenbis',
  'schließungbis',
];
export const SPECIAL_DAY: readonly string[] = [
  'exceptiondate',
  'specialdate',
  'specialday',
  'holidaydate',
  'sondertag',
  'ausnahmetag',
];

const WHERE_AND_HOW = { location: LOCATION, hours: HOURS, closed: CLOSED };

/** Opening hours of weekdays: a row a weekday, or a row for several (`Mon–Fri`). */
export const weeklyHours: FactKind = {
  kind: 'hours',
  layout: 'weekday-hours',
  meanings: {
    ...WHERE_AND_HOW,
    weekday: [...WEEKDAY, 'day', 'days', 'tag', 'tage', 'wochentage', 'weekdays'],
    // Beside a weekday, from and to are times.
    opens: [...OPENS, 'from', 'start', 'begin', 'von', 'ab', 'beginn'],
    closes: [...CLOSES, 'to', 'until', 'end', 'bis', 'ende'],
    from: ['validfrom', 'effectivefrom', 'fromdate', 'startdate', 'gültigab', 'gueltigab', 'gültigvon'],
    to: ['validto', 'validuntil', 'effectiveto', 'todate', 'enddate', 'gültigbis', 'gueltigbis'],
  },
  dates: ['from', 'to'],
  missing: (has) => [...(has('weekday') ? [] : ['weekday']), ...(SAYS_WHEN.some(has) ? [] : ['opens'])],
  reader: (cells) => (row, fields) => {
    const said = openOrClosed(cells, fields);
    if (said === null) return uploadErrors.no_value;
    const weekdays = readWeekdays(cells.text(fields, 'weekday'));
    if (cells.text(fields, 'weekday') === '')
      throw cells.refused(fields, 'weekday', uploadErrors.missing_value);
    if (weekdays === undefined) throw cells.refused(fields, 'weekday', uploadErrors.unknown_weekday);
    const from = cells.day(fields, 'from', 'planned');
    const fact: HoursFact = {
      kind: 'hours',
      row,
      location: cells.codeOrNull(fields, 'location'),
      weekday: weekdays[0],
      from,
      to: cells.lastDay(fields, 'to', from ?? Number.NEGATIVE_INFINITY, 'planned'),
      ...said,
    };
    return weekdays.length === 1 ? fact : { ...fact, weekdays };
  },
};

/** Days that are unlike their weekday: closures, and hours of their own, of a day or from one day to another. */
export const specialHours: FactKind = {
  kind: 'hours',
  layout: 'special-hours',
  meanings: {
    ...WHERE_AND_HOW,
    from: [...CLOSED_FROM, ...SPECIAL_DAY, ...FROM],
    to: [...CLOSED_TO, ...TO],
    date: DATE,
    opens: OPENS,
    closes: CLOSES,
  },
  dates: ['from', 'to', 'date'],
  missing: (has) => (has('from') || has('date') ? [] : ['from']),
  reader(cells) {
    // A list of days that says nothing of hours is a list of closures.
    const closures = !SAYS_WHEN.some((meaning) => cells.has(meaning));
    const first = cells.has('from') ? 'from' : 'date';
    return (row, fields) => {
      const from = cells.day(fields, first, 'planned');
      if (from === null) throw cells.refused(fields, first, uploadErrors.missing_value);
      const to = cells.lastDay(fields, 'to', from, 'planned') ?? from;
      const said = closures ? CLOSED_ALL_DAY : openOrClosed(cells, fields);
      if (said === null) return uploadErrors.no_value;
      const location = cells.codeOrNull(fields, 'location');
      return { kind: 'hours', row, location, weekday: null, from, to, ...said };
    };
  },
};

/** Meanings of which one says when a place is open. */
export const SAYS_WHEN = ['opens', 'hours', 'closed'] as const;

type Said = Pick<HoursFact, 'closed' | 'opens' | 'closes'>;
const CLOSED_ALL_DAY: Said = { closed: true, opens: null, closes: null };

/** Null where the row says nothing. */
function openOrClosed(cells: Cells, fields: readonly string[]): Said | null {
  const closed = cells.text(fields, 'closed');
  const flag = saysClosed(closed) && !/^[-x]$/.test(closed) ? true : cells.yesNo(fields, 'closed');
  if (flag) return CLOSED_ALL_DAY;
  for (const meaning of ['hours', 'opens'] as const) {
    const text = cells.text(fields, meaning);
    if (saysClosed(text)) return CLOSED_ALL_DAY;
    // A column “open” may hold times, and just as well yes or no.
    if (meaning === 'opens' && !cells.has('closes') && !/^\d/.test(text) && readYesNo(text) !== undefined)
      return readYesNo(text) ? { closed: false, opens: null, closes: null } : CLOSED_ALL_DAY;
    if (text === '' || (meaning === 'opens' && cells.has('closes'))) continue;
    const hours = readHours(text);
    if (hours === undefined || hours === 'closed')
      throw cells.refused(fields, meaning, uploadErrors.invalid_time);
    return { closed: false, ...hours };
  }
  const [opens, closes] = [time(cells, fields, 'opens'), time(cells, fields, 'closes')];
  if (opens === null && closes === null) return flag === null ? null : { closed: false, opens, closes };
  return { closed: false, opens, closes };
}

function time(cells: Cells, fields: readonly string[], meaning: 'opens' | 'closes'): string | null {
  const text = cells.text(fields, meaning);
  if (text === '') return null;
  const read = readTime(text);
  if (read === undefined) throw cells.refused(fields, meaning, uploadErrors.invalid_time);
  return read;
}
