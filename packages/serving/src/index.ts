export type { HotForecasts, HotForecastsOptions } from './hot/hot-forecasts.ts';
export { hotForecasts } from './hot/hot-forecasts.ts';
export type { ClaimedRun } from './leases/claim-run.ts';
export { claimRun } from './leases/claim-run.ts';
export type { Published } from './leases/finish-run.ts';
export { failRun, finishRun } from './leases/finish-run.ts';
export type { RunLease } from './leases/lease.ts';
export { LEASE_SECONDS, leaseLost } from './leases/lease.ts';
export type { RunShard } from './leases/list-shards.ts';
export { listShards } from './leases/list-shards.ts';
export type { Extracted } from './leases/record-extracted.ts';
export { recordExtracted } from './leases/record-extracted.ts';
export type { Stage } from './leases/record-progress.ts';
export { recordProgress } from './leases/record-progress.ts';
export type { ShardRecord, ShardState } from './leases/record-shard.ts';
export { recordShard } from './leases/record-shard.ts';
export { releaseLease } from './leases/release-lease.ts';
export { renewLease } from './leases/renew-lease.ts';
export { postgresServing } from './published/postgres-serving.ts';
export type { PastForecast, PublishedItem, ServingStore } from './published/serving-store.ts';
export type { Retention } from './retention/retire-runs.ts';
export { retireRuns } from './retention/retire-runs.ts';
export { cancelRun } from './runs/cancel-run.ts';
export { getRun } from './runs/get-run.ts';
export { listRuns } from './runs/list-runs.ts';
export type { RunPlan, RunWish } from './runs/plan.ts';
export { planRun, platformQuantiles } from './runs/plan.ts';
export { requestRun } from './runs/request-run.ts';
export type { Run, RunAccuracy, RunFailure, RunState } from './runs/run.ts';
export { finalStates } from './runs/run.ts';
export type { AccuracyByPart, PartAccuracy } from './summaries/accuracy-by-part.ts';
export { accuracyByPart } from './summaries/accuracy-by-part.ts';
export type { AttentionGroup } from './summaries/attention-list.ts';
export { attentionList } from './summaries/attention-list.ts';
export { countSummaries } from './summaries/count-summaries.ts';
export { cursorRun } from './summaries/cursor.ts';
export { summaryFacets } from './summaries/facets.ts';
export { getSummary } from './summaries/get-summary.ts';
export { listSummaries } from './summaries/list-summaries.ts';
export { summarySorts } from './summaries/sorts.ts';
export type {
  Attention,
  SeriesSummary,
  SummaryFacets,
  SummaryPage,
  SummaryQuery,
  SummarySort,
} from './summaries/summary.ts';
export { topLocations } from './summaries/top-locations.ts';
export { writeSummaries } from './summaries/write-summaries.ts';
