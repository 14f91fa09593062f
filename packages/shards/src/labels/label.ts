/** A period ahead that nobody said is closed: it is expected to be, as on the same feast before. */
export interface ExpectedClosed {
  /** 0 = the first period ahead. */
  readonly step: number;
  readonly because: string;
}

/** What an item is called by the retailer. Kept beside a shard, not in it: forecasting never hears of products. */
export interface Label {
  readonly key: number;
  /** Null for levels above the series. */
  readonly product: { readonly code: string; readonly name: string | null } | null;
  /** Null for the total. */
  readonly location: {
    readonly location: number;
    readonly code: string;
    readonly name: string | null;
  } | null;
  /** `each`, or a unit of weight or volume. */
  readonly unit: string;
  /** By step. */
  readonly expectedClosed: readonly ExpectedClosed[];
}
