import type { Day, Fact } from '@shelfcast/domain';

/** First and last day that facts speak of; undefined where they name none. */
export function daysOfFacts(facts: readonly Fact[]): { readonly first: Day; readonly last: Day } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const see = (day: Day | null): void => {
    if (day === null) return;
    if (day < first) first = day;
    if (day > last) last = day;
  };
  for (const fact of facts) {
    if (fact.kind === 'stock') {
      see(fact.day);
      see(fact.until ?? null);
    } else if ('from' in fact) {
      see(fact.from);
      see(fact.to);
    }
  }
  return first <= last ? { first, last } : undefined;
}
