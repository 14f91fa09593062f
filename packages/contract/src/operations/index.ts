import * as calendar from './calendar.ts';
import * as dataHealth from './data-health.ts';
import * as forecasts from './forecasts.ts';
import * as imports from './imports.ts';
import * as keys from './keys.ts';
import type { Operation } from './operation.ts';
import * as overview from './overview.ts';
import * as runs from './runs.ts';
import * as series from './series.ts';
import * as service from './service.ts';
import * as session from './session.ts';
import * as uploads from './uploads.ts';

/** Every operation by its operationId. */
export const operations = {
  ...session,
  ...keys,
  ...imports,
  ...uploads,
  ...series,
  ...calendar,
  ...dataHealth,
  ...forecasts,
  ...overview,
  ...runs,
  ...service,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
