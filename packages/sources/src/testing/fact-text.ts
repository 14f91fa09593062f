import { type Day, type Fact, formatDay } from '@shelfcast/domain';

const day = (value: Day | null | undefined) => (value == null ? '…' : formatDay(value));
const list = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

/** What a fact states, on one line that is read like its row. */
export function factText(fact: Fact): string {
  return [`${fact.row}`, ...partsOf(fact)].join(' · ');
}

function partsOf(fact: Fact): string[] {
  switch (fact.kind) {
    case 'product':
      return [fact.product, fact.name ?? '–', ...list(fact.attributes)];
    case 'location':
      return [fact.location, fact.name ?? '–', fact.place ?? '–', ...list(fact.attributes)];
    case 'price':
      return [
        fact.product,
        fact.location ?? 'everywhere',
        `${day(fact.from)} to ${day(fact.to)}`,
        ...list(fact.drivers),
      ];
    case 'stock': {
      const days = fact.until === undefined ? day(fact.day) : `${day(fact.day)} to ${day(fact.until)}`;
      return [
        fact.product,
        fact.productName ?? '–',
        fact.location,
        days,
        `${fact.onHand ?? '–'}`,
        OUT[`${fact.out}`],
      ];
    }
    case 'hours': {
      const days =
        fact.weekday === null
          ? `${day(fact.from)} to ${day(fact.to)}`
          : `weekday ${(fact.weekdays ?? [fact.weekday]).join('')} ${day(fact.from)} to ${day(fact.to)}`;
      const times = fact.closed ? 'closed' : `${fact.opens ?? '–'} to ${fact.closes ?? '–'}`;
      return [fact.location ?? 'everywhere', days, times];
    }
    default:
      return [
        fact.name,
        fact.location ?? 'everywhere',
        `${day(fact.from)} to ${day(fact.to)}`,
        fact.yearly ? 'every year' : 'once',
      ];
  }
}

const OUT: Readonly<Record<string, string>> = { true: 'out', false: 'in stock', null: '–' };
