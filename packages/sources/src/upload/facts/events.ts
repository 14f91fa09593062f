import { uploadErrors } from '@shelfcast/domain';
import { readName } from '../layouts/check-code.ts';
import type { FactKind } from './fact-kind.ts';
import { DATE, FROM, LOCATION, TO } from './names.ts';

/** Columns that are named after nothing else. */
export const EVENT: readonly string[] = [
  'event',
  'eventname',
  'eventtitle',
  'holiday',
  'holidayname',
  'occasion',
  'festival',
  'campaignname',
  'veranstaltung',
  'ereignis',
  'anlass',
  'feiertag',
  'feiertagsname',
  'fest',
  'aktionsname',
];

/** Names that other files use, too. */
export const TITLE: readonly string[] = ['name', 'title', 'description', 'bezeichnung', 'titel'];

/** What makes days different: a fair, a match, a street festival; once or every year, everywhere or at one location. */
export const events: FactKind = {
  kind: 'events',
  layout: 'event-table',
  meanings: {
    name: [...EVENT, ...TITLE, 'promotion', 'promotionname', 'campaign', 'aktion'],
    from: FROM,
    to: TO,
    date: DATE,
    location: LOCATION,
    yearly: [
      'yearly',
      'annual',
      'annually',
      'everyyear',
      'recurring',
      'repeats',
      'jährlich',
      'jaehrlich',
      'jedesjahr',
      'wiederkehrend',
      'wiederholt',
    ],
  },
  dates: ['from', 'to', 'date'],
  missing: (has) => [...(has('name') ? [] : ['name']), ...(has('from') || has('date') ? [] : ['from'])],
  reader(cells) {
    const first = cells.has('from') ? 'from' : 'date';
    return (row, fields) => {
      const name = readName(cells.text(fields, 'name'));
      if (name === null) throw cells.refused(fields, 'name', uploadErrors.missing_value);
      const location = cells.codeOrNull(fields, 'location');
      const from = cells.day(fields, first, 'planned');
      if (from === null) throw cells.refused(fields, first, uploadErrors.missing_value);
      const to = cells.lastDay(fields, 'to', from, 'planned') ?? from;
      const often = cells.text(fields, 'yearly');
      const yearly = /^(yearly|annual(ly)?|every year|jährlich|jedes jahr)$/i.test(often)
        ? true
        : /^(once|never|none|einmalig|einmal)$/i.test(often)
          ? false
          : (cells.yesNo(fields, 'yearly') ?? false);
      return { kind: 'event', row, name, location, from, to, yearly };
    };
  },
};
