import type { OperationId, Scope } from '@shelfcast/contract';

/** `public`: anybody. `session`: a person who is signed in, never a key. Otherwise: what role or scope must include. */
export type Permission = 'public' | 'session' | Scope;

/** Who may do what, in this one place. The type holds it complete; a test holds it against the routes. */
export const permissions: Readonly<Record<OperationId, Permission>> = {
  signIn: 'public',
  signOut: 'public',
  readSession: 'session',

  listKeys: 'admin',
  createKey: 'admin',
  revokeKey: 'admin',

  createImport: 'write',
  undoImport: 'write',
  confirmImport: 'write',
  remapImport: 'write',
  discardImport: 'write',
  listImports: 'read',
  readImport: 'read',
  watchImport: 'read',
  readImportSurvey: 'read',
  exportRejects: 'read',

  describeUploads: 'public',
  createUpload: 'write',
  appendUpload: 'write',
  signUploadParts: 'write',
  completeUpload: 'write',
  discardUpload: 'write',
  listUploads: 'read',
  readUpload: 'read',

  listSeries: 'read',
  readSeriesFacets: 'read',
  readSeries: 'read',
  readSeriesDetails: 'read',
  readHistory: 'read',
  listLocations: 'read',

  readDataHealth: 'read',

  listPlaces: 'read',
  readCalendar: 'read',
  replaceCalendar: 'write',

  readForecast: 'read',
  readForecastBatch: 'read',
  readLocationForecast: 'read',
  exportForecasts: 'read',
  listPastForecasts: 'read',

  readOverview: 'read',
  readAccuracy: 'read',

  createRun: 'write',
  cancelRun: 'write',
  listRuns: 'read',
  readRun: 'read',
  watchRun: 'read',
  listRunFailures: 'read',

  readHealth: 'public',
  readReadiness: 'public',
  readOpenApi: 'public',
};
