import { Calendar, NewCalendar, PlaceList } from './calendar.ts';
import { DataHealth, HealthReport } from './data-health.ts';
import {
  Forecast,
  ForecastBatch,
  ForecastBatchRequest,
  PastForecast,
  PastForecastPage,
  Score,
} from './forecast.ts';
import { Health, Readiness } from './health.ts';
import { Import, ImportPage, Mapping } from './import.ts';
import { ImportSurvey } from './import-survey.ts';
import { CreatedKey, Key, KeyPage, NewKey } from './key.ts';
import { Location, LocationPage } from './location.ts';
import { Accuracy, Overview } from './overview.ts';
import { Failure, Problem } from './problem.ts';
import { AccuracyNumbers, NewRun, Run, RunFailure, RunFailurePage, RunPage } from './run.ts';
import { History, Series, SeriesDetails, SeriesFacets, SeriesPage } from './series.ts';
import { Session, SignIn } from './session.ts';
import { NewUpload, SignedParts, Upload, UploadList, WantedParts } from './upload.ts';

/** Every named schema; the server registers them, OpenAPI shows them under components. */
export const resources = [
  Accuracy,
  AccuracyNumbers,
  Calendar,
  CreatedKey,
  DataHealth,
  Failure,
  Forecast,
  ForecastBatch,
  ForecastBatchRequest,
  Health,
  HealthReport,
  History,
  Import,
  ImportPage,
  ImportSurvey,
  Key,
  KeyPage,
  Location,
  LocationPage,
  Mapping,
  NewCalendar,
  NewKey,
  NewRun,
  NewUpload,
  Overview,
  PastForecast,
  PastForecastPage,
  PlaceList,
  Problem,
  Readiness,
  Run,
  RunFailure,
  RunFailurePage,
  RunPage,
  Score,
  Series,
  SeriesDetails,
  SeriesFacets,
  SeriesPage,
  Session,
  SignIn,
  SignedParts,
  Upload,
  UploadList,
  WantedParts,
] as const;
