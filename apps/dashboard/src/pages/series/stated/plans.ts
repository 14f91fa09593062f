import type { SeriesDetails } from '@shelfcast/contract';
import { attributeName } from '../../../format/attributes.ts';
import { dayRange, plainDay } from '../../../format/dates.ts';
import { percent, units } from '../../../format/numbers.ts';
import { stepPeriods } from '../../../format/periods.ts';

/** Days in a row on which the same is planned. */
export interface Plan {
  readonly from: string;
  /** Included; null = as far as the year ahead that is known. */
  readonly to: string | null;
  readonly price: number | null;
  /** In words; null where there is none. */
  readonly promotion: string | null;
  /** Anything else that files plan, in words. */
  readonly also: string | null;
}

/** The API tells a year and a day after the last day of sales; what reaches its end may go on. */
const DAYS_KNOWN = 366;

/** What is planned, in order; days of which only is said that there is no promotion are left out. */
export function plansOf(ahead: SeriesDetails['ahead'], lastSold: string): Plan[] {
  const end = stepPeriods(lastSold, DAYS_KNOWN, 'D');
  return ahead
    .map(({ from, to, drivers: { price = null, promotion = 0, ...others } }) => ({
      from,
      to: to >= end ? null : to,
      price,
      promotion: promotionWords(promotion),
      also: alsoWords(others),
    }))
    .filter(({ price, promotion, also }) => price !== null || promotion !== null || also !== null);
}

function promotionWords(promotion: number): string | null {
  if (promotion <= 0) return null;
  return promotion < 1 ? `${percent(promotion)} off` : 'Promotion';
}

function alsoWords(others: Readonly<Record<string, number>>): string | null {
  const words = Object.entries(others).map(([name, value]) => `${attributeName(name)}: ${units(value)}`);
  return words.length > 0 ? words.join(', ') : null;
}

interface NowAndNext {
  /** What holds today; where the year ahead doesn't hold today, what comes first after the sales. */
  readonly first: Plan | null;
  readonly isToday: boolean;
  readonly next: readonly Plan[];
}

/** Splits what holds from what comes; what is over is left out. Sales that end long ago are read from their own end on. */
export function nowAndNext(plans: readonly Plan[], today: string): NowAndNext {
  const [earliest] = plans;
  const latest = plans.at(-1);
  if (!earliest || !latest) return { first: null, isToday: false, next: [] };
  if (today < earliest.from || (latest.to !== null && latest.to < today))
    return { first: earliest, isToday: false, next: plans.slice(1) };
  const first = plans.find(({ from, to }) => from <= today && (to === null || today <= to)) ?? null;
  return { first, isToday: true, next: plans.filter(({ from }) => from > today) };
}

/** "27 Nov – 3 Dec 2026", "from 25 Dec 2026 on". */
export const planDays = ({ from, to }: Plan): string =>
  to === null ? `from ${plainDay(from)} on` : dayRange(from, to);
