import type { App } from '../app-type.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { appendUpload } from './append-upload/route.ts';
import { cancelRun } from './cancel-run/route.ts';
import { completeUpload } from './complete-upload/route.ts';
import { confirmImport } from './confirm-import/route.ts';
import { createImport } from './create-import/route.ts';
import { createKey } from './create-key/route.ts';
import { createRun } from './create-run/route.ts';
import { createUpload } from './create-upload/route.ts';
import { describeUploads } from './describe-uploads/route.ts';
import { discardImport } from './discard-import/route.ts';
import { discardUpload } from './discard-upload/route.ts';
import { exportForecasts } from './export-forecasts/route.ts';
import { exportRejects } from './export-rejects/route.ts';
import { listImports } from './list-imports/route.ts';
import { listKeys } from './list-keys/route.ts';
import { listLocations } from './list-locations/route.ts';
import { listPastForecasts } from './list-past-forecasts/route.ts';
import { listPlaces } from './list-places/route.ts';
import { listRunFailures } from './list-run-failures/route.ts';
import { listRuns } from './list-runs/route.ts';
import { listSeries } from './list-series/route.ts';
import { listUploads } from './list-uploads/route.ts';
import { readAccuracy } from './read-accuracy/route.ts';
import { readCalendar } from './read-calendar/route.ts';
import { readDataHealth } from './read-data-health/route.ts';
import { readForecast } from './read-forecast/route.ts';
import { readForecastBatch } from './read-forecast-batch/route.ts';
import { readHealth } from './read-health/route.ts';
import { readHistory } from './read-history/route.ts';
import { readImport } from './read-import/route.ts';
import { readImportSurvey } from './read-import-survey/route.ts';
import { readLocationForecast } from './read-location-forecast/route.ts';
import { readOpenApi } from './read-open-api/route.ts';
import { readOverview } from './read-overview/route.ts';
import { readReadiness } from './read-readiness/route.ts';
import { readRun } from './read-run/route.ts';
import { readSeries } from './read-series/route.ts';
import { readSeriesDetails } from './read-series-details/route.ts';
import { readSeriesFacets } from './read-series-facets/route.ts';
import { readSession } from './read-session/route.ts';
import { readUpload } from './read-upload/route.ts';
import { remapImport } from './remap-import/route.ts';
import { replaceCalendar } from './replace-calendar/route.ts';
import { revokeKey } from './revoke-key/route.ts';
import { signIn } from './sign-in/route.ts';
import { signOut } from './sign-out/route.ts';
import { signUploadParts } from './sign-upload-parts/route.ts';
import { undoImport } from './undo-import/route.ts';
import { watchImport } from './watch-import/route.ts';
import { watchRun } from './watch-run/route.ts';

/** Every operation of the contract. A test finds one that is missing here. */
export const routes: readonly ((app: App, dependencies: RouteDependencies) => void)[] = [
  cancelRun,
  createImport,
  createKey,
  createRun,
  exportForecasts,
  exportRejects,
  listImports,
  listKeys,
  listLocations,
  listPastForecasts,
  listPlaces,
  listRunFailures,
  listRuns,
  listSeries,
  readAccuracy,
  readCalendar,
  readDataHealth,
  readForecast,
  readForecastBatch,
  readHealth,
  readHistory,
  readImport,
  readLocationForecast,
  readOpenApi,
  readOverview,
  readReadiness,
  readRun,
  readSeries,
  readSeriesDetails,
  readSeriesFacets,
  readSession,
  replaceCalendar,
  revokeKey,
  signIn,
  signOut,
  readImportSurvey,
  confirmImport,
  remapImport,
  discardImport,
  appendUpload,
  completeUpload,
  createUpload,
  describeUploads,
  discardUpload,
  listUploads,
  readUpload,
  signUploadParts,
  undoImport,
  watchImport,
  watchRun,
];
