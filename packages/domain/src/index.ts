export type { ColumnMapping, DateOrder } from './column-mapping.ts';
export type { CorrectedImport, FileReading } from './correction.ts';
export { CORRECTION_COLUMNS, DATE_CHECK } from './correction.ts';
export type { Day } from './day.ts';
export { dayFrom, formatDay, parseDay, weekday } from './day.ts';
export { authErrors } from './errors/auth.ts';
export { errorCatalogue } from './errors/catalogue.ts';
export { databaseErrors } from './errors/database.ts';
export { forecastErrors } from './errors/forecast.ts';
export { ledgerErrors } from './errors/ledger.ts';
export { requestErrors } from './errors/request.ts';
export { runErrors } from './errors/run.ts';
export type { ErrorDetails, ErrorKind } from './errors/shelfcast-error.ts';
export { ShelfcastError } from './errors/shelfcast-error.ts';
export { startErrors } from './errors/start.ts';
export { transferErrors } from './errors/transfer.ts';
export { uploadErrors } from './errors/upload.ts';
export type {
  EventFact,
  Fact,
  HoursFact,
  LocationFact,
  PriceFact,
  ProductFact,
  StockFact,
  UploadKind,
} from './fact.ts';
export type { TenantId, UserId } from './ids.ts';
export { tenantId, userId } from './ids.ts';
export type { Level } from './level.ts';
export { levels, TOTAL_KEY } from './level.ts';
export type { Frequency, Period } from './period.ts';
export { periodEnd, periodOf, periodStart } from './period.ts';
export type {
  OpenUpload,
  PlannedRow,
  SaleBatch,
  SkippedRow,
  TotalsRow,
  UploadOpener,
  UploadOptions,
} from './sale-batch.ts';
export type { RejectedRow, SaleLine } from './sale-line.ts';
export { guardText, unguardText } from './spreadsheet-text.ts';
export type {
  DayTotal,
  FactSurvey,
  Gap,
  PersonalColumn,
  PersonalKind,
  Reason,
  Spike,
  StatedTotal,
  Survey,
  SurveyedUpload,
  SurveyOptions,
  UploadSample,
  UploadSurveyor,
} from './upload-survey.ts';
