export { postgresServing } from './published/postgres-serving.ts';
export type { PastForecast, PublishedItem, ServingStore } from './published/serving-store.ts';
export { cancelRun } from './runs/cancel-run.ts';
export { getRun } from './runs/get-run.ts';
export { listRuns } from './runs/list-runs.ts';
export type { RunPlan, RunWish } from './runs/plan.ts';
export { planRun, platformQuantiles } from './runs/plan.ts';
export { requestRun } from './runs/request-run.ts';
export type { Run, RunAccuracy, RunFailure, RunState } from './runs/run.ts';
export { finalStates } from './runs/run.ts';
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
export { writeSummaries } from './summaries/write-summaries.ts';
