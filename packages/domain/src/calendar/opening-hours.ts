import { type Day, weekday } from '../day.ts';

/** What somebody states about when a location is open. */
export interface HoursRule {
  /** 1 = Monday to 7 = Sunday; 0 = the days from `from` to `to`. */
  readonly weekday: number;
  /** Since and until when it holds, both included; null = always. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly closed: boolean;
}

/** Days of which it is stated that a location is open or closed; the others nobody speaks of. */
export interface StatedDays {
  readonly closed: Day[];
  readonly open: Day[];
}

/**
 * What a location's rules say of the days from `from` to `to`. Of rules that speak of the same day the first one holds,
 * except that one which names days goes before any that speaks of a weekday.
 */
export function statedDays(rules: readonly HoursRule[], from: Day, to: Day): StatedDays {
  const named = rules.filter((rule) => rule.weekday === 0);
  const byWeekday = Map.groupBy(rules, (rule) => rule.weekday);
  const stated: StatedDays = { closed: [], open: [] };
  for (let day = from; day <= to; day++) {
    const rule =
      named.find((rule) => holdsOn(rule, day)) ??
      byWeekday.get(weekday(day) + 1)?.find((rule) => holdsOn(rule, day));
    if (rule) (rule.closed ? stated.closed : stated.open).push(day);
  }
  return stated;
}

function holdsOn({ from, to }: HoursRule, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
