import type { DataHealth, FindingKind, HealthReport } from '@shelfcast/contract';
import { plainDay } from './dates.ts';
import { list } from './lists.ts';
import { nameOf } from './names.ts';
import { counted, roundUnits } from './numbers.ts';
import { instantOf } from './periods.ts';

export type Finding = HealthReport['findings'][number];

/** A file of the day before, and a weekend between. */
const FRESH_DAYS = 3;
/** Longer ago a date says more than a number of days. */
const LONG_AGO_DAYS = 60;

/** "Your data is fresh; 3 things would make the forecasts better." */
export function healthAnswer({ report, making, today }: DataHealth): string {
  if (!report?.to)
    return making ? 'Your sales are being looked through' : 'There are no sales to look through yet';
  return `${freshness(report.to, today)}; ${toDo(report)}`;
}

/** Whether newer sales should be in by now. */
export const isLate = (to: string, today: string): boolean => daysBetween(to, today) > FRESH_DAYS;

function freshness(to: string, today: string): string {
  const age = daysBetween(to, today);
  if (!isLate(to, today)) return 'Your data is fresh';
  return age < LONG_AGO_DAYS
    ? `Your sales end ${counted(age, 'day')} ago`
    : `Your sales end on ${plainDay(to)}`;
}

function toDo(report: HealthReport): string {
  const count = worthDoing(report).length;
  if (count === 0) return 'nothing in it stands in the way of the forecasts';
  return `${counted(count, 'thing')} would make the forecasts better`;
}

/** Findings somebody should do something about; the others are good to know. */
export const worthDoing = (report: HealthReport): readonly Finding[] =>
  report.findings.filter((finding) => finding.severity !== 'note');

const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / 86_400_000);

export interface WayOut {
  readonly to: '/imports' | '/settings/calendar' | '/products';
  readonly label: string;
}

interface FindingWords {
  /** What was found, with its numbers: the title of its card. */
  readonly title: (finding: Finding) => string;
  /** Why it matters to a forecast. */
  readonly meaning: string;
  /** What to do about it, and where. */
  readonly remedy: string;
  readonly ways: readonly WayOut[];
}

const importFile: WayOut = { to: '/imports', label: 'Import a file' };
const calendar: WayOut = { to: '/settings/calendar', label: 'Open the calendar' };

const products = (finding: Finding) => counted(finding.count, 'product');
const days = (finding: Finding, one = 'day') => counted(finding.days ?? 0, one);

const words: Record<FindingKind, FindingWords> = {
  'locations-behind': {
    title: (finding) => {
      const { count, of, examples } = finding;
      return count === 1
        ? `${nameOf(examples[0]?.location)} has no sales for its last ${days(finding, 'open day')}`
        : `${count} of ${counted(of, 'location')} have no sales for their last days: ${days(finding, 'open day')} in all`;
    },
    meaning: 'Forecasts there stand on old sales until the missing days are in.',
    remedy:
      'Export the sales of these days from the till and import them. What is already here does not double.',
    ways: [importFile],
  },
  gaps: {
    title: (finding) =>
      `${counted(finding.count, 'gap')}: ${days(finding)} without a single sale where something sells nearly every day`,
    meaning:
      'These days are taken for closed ones, so that they count neither as sales nor as no sales. If the shop was open, its sales are missing.',
    remedy:
      'Was it closed? Say so in the calendar, and it is expected next year. Was it open? Import these days again.',
    ways: [calendar, importFile],
  },
  'low-coverage': {
    title: ({ count, of }) =>
      `${count} of ${counted(of, 'location')} ${count === 1 ? 'sells' : 'sell'} on so few days that a missing day cannot be told from a quiet one`,
    meaning: 'Nothing is wrong with that by itself; only nobody would notice a day that is missing.',
    remedy: 'Say in the calendar on which days these locations were closed, or import their opening hours.',
    ways: [calendar, importFile],
  },
  'locations-gone': {
    title: ({ count, examples }) =>
      count === 1
        ? `${nameOf(examples[0]?.location)} has sold nothing for eight weeks or more`
        : `${count} locations have sold nothing for eight weeks or more`,
    meaning: 'Most likely closed for good. Their forecasts have gone down to nothing.',
    remedy: 'If they have closed there is nothing to do. If they are open, import their sales.',
    ways: [importFile],
  },
  'short-history': {
    title: (finding) => `${products(finding)} have less than eight weeks of sales behind them`,
    meaning: 'Too little to test a forecast of four weeks on its own past: expect wide ranges.',
    remedy: 'Import older sales, if there are any. New products need nothing but time.',
    ways: [importFile],
  },
  'young-ledger': {
    title: (finding) =>
      `Your sales go back ${span(finding.days ?? 0)}; a pattern of the year takes two years to learn`,
    meaning: 'Christmas and summer can only be learned once they have been seen twice.',
    remedy: 'Import the sales of earlier years, from the till that was there before as well.',
    ways: [importFile],
  },
  stopped: {
    title: (finding) =>
      `${products(finding)} sold regularly and then not at all, while their location went on`,
    meaning: 'Delisted, or out of stock for weeks? Their forecasts go down as if nobody wanted them.',
    remedy:
      'For delisted products there is nothing to do. For the others, import the days they were out of stock.',
    ways: [{ to: '/products', label: 'Products without recent sales' }, importFile],
  },
  'stock-outs': {
    title: (finding) => {
      const stated = finding.examples.reduce((sum, one) => sum + (one.stated ?? 0), 0);
      return `${products(finding)} ${stated > 0 ? 'were' : 'were probably'} out of stock, on ${days(finding)} in all`;
    },
    meaning:
      'What was not there could not sell. Days that a file states are left out of what forecasts learn from; inferred ones are not.',
    remedy:
      'Import your stock counts, or the days without stock: then nothing has to be guessed from the sales.',
    ways: [importFile],
  },
  outliers: {
    title: (finding) => `${counted(finding.count, 'single day')} sold many times the usual`,
    meaning:
      'More than five times the median of that product there, and far outside its spread. A large order or a slip of the till can pull a forecast along.',
    remedy:
      'A slip? Correct it in the file and import that again: the corrected line replaces the wrong one. A real order can stay.',
    ways: [importFile],
  },
  'returns-above-sales': {
    title: (finding) => `${products(finding)} came back more often than they were sold`,
    meaning: 'The sales that belong to these returns are missing.',
    remedy: 'Import the sales from before the first ones that are here.',
    ways: [importFile],
  },
  'no-name': {
    title: ({ count, of }) =>
      count === of
        ? `All ${counted(count, 'product')} are known by their code only`
        : `${count} of ${counted(of, 'product')} are known by their code only`,
    meaning: 'Forecasts need no names; people who order do.',
    remedy: 'Import a list of products with code and name.',
    ways: [importFile],
  },
  'negative-stock': {
    title: (finding) => `${products(finding)} have less than nothing in stock`,
    meaning:
      'A delivery or a return was not booked. Such days count as out of stock, which they may not have been.',
    remedy: 'Count these products, and import the counts.',
    ways: [importFile],
  },
  'currencies-mixed': {
    title: ({ examples }) =>
      `Money is in several currencies: ${list(examples.flatMap((one) => one.currency ?? []))}`,
    meaning: 'Forecasts count units and are not touched by it; sums of money are.',
    remedy: 'If a file has the wrong currency, undo its import, correct it and import it again.',
    ways: [importFile],
  },
  'future-sales': {
    title: (finding) => `${roundUnits(finding.units)} units are sold on days that are still to come`,
    meaning:
      'Most often day and month are the wrong way round: then they are missing where they belong, too.',
    remedy:
      'Undo the import that brought them, and import the file again with the right order of day and month.',
    ways: [importFile],
  },
};

export const findingWords = (kind: FindingKind): FindingWords => words[kind];

/** "11 months", "3 weeks", "1 year". */
function span(count: number): string {
  if (count < 60) return counted(Math.max(1, Math.round(count / 7)), 'week');
  return counted(Math.round(count / 30.44), 'month');
}
