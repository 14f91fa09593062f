import { type Day, type Fact, type FactSurvey, formatDay } from '@shelfcast/domain';

/** Rows shown: enough to see that the columns are what they are taken for. */
const EXAMPLES = 8;
/** Names of attributes that are counted; a file with more has its columns turned into rows. */
const MOST_NAMES = 100;
/** Attributes that stand beside each other in the examples. */
const SHOWN_NAMES = 5;
/** Distinct codes that are told apart. */
const MOST_CODES = 1_000_000;

/** Counts what the rows of a file without sales state, and keeps the first few. */
export class FactSummary {
  readonly productCodes = new Set<string>();
  readonly locationCodes = new Set<string>();
  moreProducts = false;
  readonly #today: Day;
  readonly #says = new Map<string, number>();
  readonly #examples: Fact[] = [];
  #count = 0;
  #planned = 0;
  #first: Day = Number.POSITIVE_INFINITY;
  #last: Day = Number.NEGATIVE_INFINITY;

  constructor(today: Day) {
    this.#today = today;
  }

  add(fact: Fact): void {
    this.#count++;
    if (this.#examples.length < EXAMPLES) this.#examples.push(fact);
    if ('product' in fact) this.#addProduct(fact.product);
    if ('location' in fact && fact.location !== null && this.locationCodes.size < MOST_CODES)
      this.locationCodes.add(fact.location);
    for (const name of Object.keys(saidBy(fact)))
      if (this.#says.has(name) || this.#says.size < MOST_NAMES)
        this.#says.set(name, (this.#says.get(name) ?? 0) + 1);
    const days = daysOf(fact).filter((day) => day !== null);
    if (days.length === 0) return;
    this.#first = Math.min(this.#first, ...days);
    this.#last = Math.max(this.#last, ...days);
    if (Math.min(...days) > this.#today) this.#planned++;
  }

  #addProduct(code: string): void {
    if (this.productCodes.size < MOST_CODES) this.productCodes.add(code);
    else if (!this.productCodes.has(code)) this.moreProducts = true;
  }

  list(): FactSurvey {
    const says = [...this.#says]
      .map(([name, rows]) => ({ name, rows }))
      .sort((a, b) => b.rows - a.rows || a.name.localeCompare(b.name));
    const dated = this.#last >= this.#first;
    return {
      count: this.#count,
      planned: this.#planned,
      locations: this.locationCodes.size,
      says,
      firstDay: dated ? formatDay(this.#first) : null,
      lastDay: dated ? formatDay(this.#last) : null,
      examples: table(
        this.#examples,
        says.slice(0, SHOWN_NAMES).map(({ name }) => name),
      ),
    };
  }
}

const saidBy = (fact: Fact): Readonly<Record<string, string | number>> =>
  'attributes' in fact ? fact.attributes : 'drivers' in fact ? fact.drivers : {};

function daysOf(fact: Fact): (Day | null)[] {
  if (fact.kind === 'stock') return [fact.day, fact.until ?? fact.day];
  return 'from' in fact ? [fact.from, fact.to] : [];
}

/** The facts as a table, a column for each thing that one of them says; `names` are attributes or drivers. */
function table(facts: readonly Fact[], names: readonly string[]): FactSurvey['examples'] {
  const cells = facts.map((fact) => new Map(cellsOf(fact, names)));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))].filter((column) =>
    cells.some((row) => row.get(column) !== ''),
  );
  return { columns, rows: cells.map((row) => columns.map((column) => row.get(column) ?? '')) };
}

const text = (value: Day | null) => (value === null ? '' : formatDay(value));
const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

function cellsOf(fact: Fact, names: readonly string[]): [column: string, value: string][] {
  const said = saidBy(fact);
  const rest = names.map((name): [string, string] => [name, String(said[name] ?? '')]);
  switch (fact.kind) {
    case 'product':
      return [['product', fact.product], ['name', fact.name ?? ''], ...rest];
    case 'location':
      return [
        ['location', fact.location],
        ['name', fact.name ?? ''],
        ['calendar', fact.place ?? ''],
        ...rest,
      ];
    case 'price':
      return [
        ['product', fact.product],
        ['location', fact.location ?? ''],
        ['from', text(fact.from)],
        ['to', text(fact.to)],
        ...rest,
      ];
    case 'stock':
      return [
        ['product', fact.product],
        ['location', fact.location],
        ['day', text(fact.day)],
        ['until', text(fact.until ?? null)],
        ['on_hand', fact.onHand === null ? '' : String(fact.onHand)],
        ['out_of_stock', yesNo(fact.out)],
      ];
    case 'hours':
      return [
        ['location', fact.location ?? ''],
        ['weekday', fact.weekday === null ? '' : (fact.weekdays ?? [fact.weekday]).join(', ')],
        ['from', text(fact.from)],
        ['to', text(fact.to)],
        ['opens', fact.closed ? 'closed' : (fact.opens ?? '')],
        ['closes', fact.closes ?? ''],
      ];
    default:
      return [
        ['event', fact.name],
        ['location', fact.location ?? ''],
        ['from', text(fact.from)],
        ['to', text(fact.to)],
        ['yearly', yesNo(fact.yearly)],
      ];
  }
}
