import type { Day } from './day.ts';

/** What a file holds: sales, or something else that a forecast needs. */
export type UploadKind = 'sales' | 'products' | 'locations' | 'prices' | 'stock' | 'hours' | 'events';

/** What a row says that is no sale. Codes are the retailer's own; `row` counts as in SaleLine. */
export type Fact = ProductFact | LocationFact | PriceFact | StockFact | HoursFact | EventFact;

/** A product, with what is known of it. */
export interface ProductFact {
  readonly kind: 'product';
  readonly row: number;
  readonly product: string;
  readonly name: string | null;
  /** By name (`category`, `vendor`, `pack_size`); what a row leaves empty is absent and stays as it was. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface LocationFact {
  readonly kind: 'location';
  readonly row: number;
  readonly location: string;
  readonly name: string | null;
  /** A code of the calendars (`GB`, `DE-BY`); null where the row says nothing. */
  readonly place: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What drives sales from one day to another: a price, a promotion; past or planned. */
export interface PriceFact {
  readonly kind: 'price';
  readonly row: number;
  readonly product: string;
  /** Null: at every location. */
  readonly location: string | null;
  readonly from: Day;
  /** Included; null: until another row says otherwise. */
  readonly to: Day | null;
  /** By name: `price` in the tenant's currency, `promotion` as 1 or 0 or its depth, any other number. */
  readonly drivers: Readonly<Record<string, number>>;
}

/** Stock of a product at a location at the end of a day. */
export interface StockFact {
  readonly kind: 'stock';
  readonly row: number;
  readonly product: string;
  readonly productName: string | null;
  readonly location: string;
  readonly day: Day;
  /** Units; null where the row only says whether there was any. */
  readonly onHand: number | null;
  /** Whether customers found none that day, where the row says so: it outweighs `onHand`. */
  readonly out: boolean | null;
  /** Of a list of stock-outs: the last day, included, of which the row says the same as of `day`. */
  readonly until?: Day;
}

/** When a location is open: of a weekday, or of the days from one to another, which outweighs it. */
export interface HoursFact {
  readonly kind: 'hours';
  readonly row: number;
  /** Null: every location. */
  readonly location: string | null;
  /** 1 = Monday to 7 = Sunday; null where the row names days. */
  readonly weekday: number | null;
  /** Of a row that speaks of several weekdays (`Mon–Fri`): all of them, `weekday` being the first. */
  readonly weekdays?: readonly number[];
  /** Of a weekday: since and until when the habit holds, where the row says so. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly closed: boolean;
  /** `09:00`; null where it is closed or not said. */
  readonly opens: string | null;
  readonly closes: string | null;
}

/** Something that makes days different. */
export interface EventFact {
  readonly kind: 'event';
  readonly row: number;
  readonly name: string;
  /** Null: every location. */
  readonly location: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly yearly: boolean;
}
