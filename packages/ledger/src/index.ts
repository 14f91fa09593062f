export type { PlaceSource, TenantCalendar } from './calendar/read-calendar.ts';
export { readCalendar, readRunCalendar, readStatedEvents } from './calendar/read-calendar.ts';
export type { NewCalendar } from './calendar/write-calendar.ts';
export { writeCalendar } from './calendar/write-calendar.ts';
export { expectedClosures } from './closures/expected-closures.ts';
export type { Closure } from './closures/read-closures.ts';
export { readClosures } from './closures/read-closures.ts';
export type { OpeningHours } from './facts/read-hours.ts';
export { readHours } from './facts/read-hours.ts';
export type { PricePeriod } from './facts/read-prices.ts';
export { readPrices, readPricesForRun } from './facts/read-prices.ts';
export type { SeriesDetails } from './facts/read-series-details.ts';
export { readSeriesDetails } from './facts/read-series-details.ts';
export type { StockOut } from './facts/read-stock-outs.ts';
export { readStockOuts, readStockOutsForRun } from './facts/read-stock-outs.ts';
export type { DataHealth } from './health/data-health.ts';
export { readDataHealth, refreshDataHealth } from './health/data-health.ts';
export type {
  Example,
  Finding,
  FindingKind,
  HealthReport,
  LocationFreshness,
  Severity,
} from './health/report.ts';
export type { NewImport } from './imports/create-import.ts';
export { createImport, linkImportToRun, nextImportId } from './imports/create-import.ts';
export { findImport, getImport, listImports } from './imports/find-imports.ts';
export type { ImportFailure, ImportRow, ImportState, ImportSurvey } from './imports/import-row.ts';
export { importsToResume } from './imports/imports-to-resume.ts';
export type { RejectsShape } from './imports/read-rejects.ts';
export { readRejects, readRejectsShape } from './imports/read-rejects.ts';
export type { LoadOptions } from './load/load-import.ts';
export { loadImport } from './load/load-import.ts';
export { MAX_STORED_REJECTS } from './load/write-rejects.ts';
export type { LedgerCounts } from './series/count-ledger.ts';
export { countLedger } from './series/count-ledger.ts';
export { driverNames } from './series/driver-names.ts';
export type { LocationRow } from './series/list-locations.ts';
export { findLocation, listLocations } from './series/list-locations.ts';
export { listSeries } from './series/list-series.ts';
export type { DriverRow } from './series/read-drivers.ts';
export { readDriversForRun } from './series/read-drivers.ts';
export type { SeriesHistory } from './series/read-history.ts';
export { readHistory } from './series/read-history.ts';
export type { SeriesRow } from './series/read-series.ts';
export { findSeries, getSeries, readSeries } from './series/read-series.ts';
export type { SeriesPeriod } from './series/read-series-for-run.ts';
export { lastSaleDay, readSeriesForRun } from './series/read-series-for-run.ts';
export { readUnits } from './series/read-units.ts';
export { confirmImport, discardImport, remapImport } from './survey/decide.ts';
export { readSurvey } from './survey/read-survey.ts';
export type { SurveyImportOptions } from './survey/survey-import.ts';
export { surveyImport } from './survey/survey-import.ts';
export { undoImport } from './undo/undo-import.ts';
export type { NewUpload } from './uploads/begin-upload.ts';
export { beginUpload, MOST_UNFINISHED_UPLOADS } from './uploads/begin-upload.ts';
export { discardUpload } from './uploads/discard-upload.ts';
export { getUpload, listUnfinishedUploads } from './uploads/find-uploads.ts';
export { finishUpload } from './uploads/finish-upload.ts';
export { hashImport } from './uploads/hash-import.ts';
export { partSize, receivedParts } from './uploads/received-parts.ts';
export { settleUploads } from './uploads/settle-uploads.ts';
export type { UploadRow } from './uploads/upload-row.ts';
export { UPLOAD_REST_DAYS } from './uploads/upload-row.ts';
export { claimWriting, endWriting, keepWriting, noteReceived, touchUpload } from './uploads/writing.ts';
