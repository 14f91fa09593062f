import type { Day } from '@shelfcast/domain';

/** What can be wrong with sales, or worth knowing, from a forecast's point of view. */
export type FindingKind =
  /** Locations whose sales end before the tenant's do. */
  | 'locations-behind'
  /** Locations without any sale for so long that they have most likely closed. */
  | 'locations-gone'
  /** Days without any sale at a location that sells on nearly every day. */
  | 'gaps'
  /** Locations that sell on so few days that a missing day can't be told from a quiet one. */
  | 'low-coverage'
  /** Series too young for a forecast to be tested on their own past. */
  | 'short-history'
  /** The whole ledger is younger than two years: no yearly pattern can be learned. */
  | 'young-ledger'
  /** Series that used to sell and have stopped, while their location went on. */
  | 'stopped'
  /** Days on which a product was out of stock. */
  | 'stock-outs'
  /** Single days many times the usual of their series. */
  | 'outliers'
  /** Series of which more came back than was ever sold. */
  | 'returns-above-sales'
  | 'no-name'
  | 'negative-stock'
  | 'currencies-mixed'
  /** Sales on days that are still to come. */
  | 'future-sales';

/** `act`: forecasts are wrong until it is mended. `look`: somebody should. `note`: good to know. */
export type Severity = 'act' | 'look' | 'note';

export interface NamedCode {
  readonly code: string;
  readonly name: string | null;
}

/** One case of a finding, with what it takes to look it up. What does not apply is absent. */
export interface Example {
  readonly series?: number;
  readonly product?: NamedCode;
  readonly location?: NamedCode & { readonly location: number };
  /** The first and last day it concerns. */
  readonly from?: Day;
  readonly to?: Day;
  /** How many days of those it is about. */
  readonly days?: number;
  /** Units sold, returned, missing or on hand: what the finding speaks of. */
  readonly units?: number;
  /** Units that would be usual: of a selling day. */
  readonly usual?: number;
  /** Of the days without stock, those that a file states. */
  readonly stated?: number;
  readonly currency?: string;
  /** The import that brought it. */
  readonly import?: number;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** How many there are of what the kind names: locations, days, series, products, currencies. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  /** Days concerned, added up; null where it is not about days. */
  readonly days: number | null;
  /** Units of sales it touches: sold, or usual where they are missing. What findings are sorted by. */
  readonly units: number;
  /** Those that touch the most first. */
  readonly examples: readonly Example[];
}

/** A day of a location: something sold, closed, open with nothing sold, or before its first sale. */
export type DayMark = 's' | 'c' | 'n' | '.';

export interface LocationFreshness extends NamedCode {
  readonly location: number;
  readonly first: Day;
  /** The last day with sales. */
  readonly last: Day;
  /** Open days since then, up to the tenant's last day; 0 where such a silence is usual for it. */
  readonly behind: number;
  /** Of the days it was open, from its first sale to the tenant's last day, how many had sales: 0 … 1. */
  readonly coverage: number;
  /** A letter a day, the tenant's last day at the end: at most eight weeks. */
  readonly strip: string;
}

export interface HealthReport {
  /** The tenant's first and last day with sales, future ones left out; null for an empty ledger. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly products: number;
  readonly series: number;
  readonly locationCount: number;
  /** All units sold. */
  readonly units: number;
  /** At most 200: those furthest behind, then those that sell the most. */
  readonly locations: readonly LocationFreshness[];
  /** What is to be done first, then by units. */
  readonly findings: readonly Finding[];
}
