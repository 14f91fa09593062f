export type { OperationId } from './operations/index.ts';
export { operations } from './operations/index.ts';
export type { Operation, OperationSchema } from './operations/operation.ts';
export type { Calendar, NewCalendar, PlaceList } from './resources/calendar.ts';
export type { DataHealth, FindingKind, HealthReport } from './resources/data-health.ts';
export type {
  Forecast,
  ForecastBatch,
  ForecastBatchRequest,
  Frequency,
  Level,
  PastForecast,
  PastForecastPage,
  Score,
} from './resources/forecast.ts';
export type { Health, Readiness } from './resources/health.ts';
export type { Import, ImportPage } from './resources/import.ts';
export { importStates, Mapping } from './resources/import.ts';
export type { ImportSurvey } from './resources/import-survey.ts';
export { resources } from './resources/index.ts';
export type { CreatedKey, Key, KeyPage, NewKey, Scope } from './resources/key.ts';
export { scopes } from './resources/key.ts';
export type { Location, LocationPage } from './resources/location.ts';
export type { Accuracy, Overview } from './resources/overview.ts';
export type { Failure, Problem } from './resources/problem.ts';
export type { AccuracyNumbers, NewRun, Run, RunFailure, RunFailurePage, RunPage } from './resources/run.ts';
export { runStates } from './resources/run.ts';
export type {
  Attention,
  History,
  Series,
  SeriesDetails,
  SeriesFacets,
  SeriesPage,
  SeriesSort,
} from './resources/series.ts';
export { attentionKinds, seriesSorts } from './resources/series.ts';
export type { Role, Session, SignIn } from './resources/session.ts';
export { roles } from './resources/session.ts';
export type { NewUpload, SignedParts, Upload, UploadList, WantedParts } from './resources/upload.ts';
export { MAX_UPLOAD_BYTES } from './resources/upload.ts';
