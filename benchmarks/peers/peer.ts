export interface PeerAnswer {
  readonly forecasts: readonly (readonly number[])[];
  /** Processor time of fit and forecast, a number a series. */
  readonly seconds: readonly number[];
}

/** Another library, ready to forecast; it answers one request at a time. */
export interface Peer {
  forecast(
    model: string,
    season: number,
    horizon: number,
    series: readonly Float64Array[],
  ): Promise<PeerAnswer>;
  stop(): Promise<void>;
}
