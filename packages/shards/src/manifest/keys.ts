import type { TenantId } from '@shelfcast/domain';

/** Where a run's files lie in the blob store. The tenant comes first: a prefix is a boundary. */
export function runKeys(tenant: TenantId, run: number) {
  const root = `tenants/${tenant}/runs/${run}`;
  return {
    root,
    manifest: `${root}/manifest.json`,
    /** All forecasts of the run as one long Parquet file. */
    export: `${root}/forecasts.parquet`,
    shard: (no: number) => `${root}/shards/${no}.parquet`,
    labels: (no: number) => `${root}/shards/${no}.labels.parquet`,
    results: (no: number) => `${root}/results/${no}/`,
    result: (no: number, attempt: number): ResultKeys => ({
      object: `${root}/results/${no}/${attempt}.json`,
      forecasts: `${root}/results/${no}/${attempt}.parquet`,
      series: `${root}/results/${no}/${attempt}.series.parquet`,
    }),
  };
}

/** The files of one attempt; the object is written last: an attempt without it did not happen. */
export interface ResultKeys {
  readonly object: string;
  readonly forecasts: string;
  readonly series: string;
}
