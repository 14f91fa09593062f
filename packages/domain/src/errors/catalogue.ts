import { authErrors } from './auth.ts';
import { databaseErrors } from './database.ts';
import { forecastErrors } from './forecast.ts';
import { ledgerErrors } from './ledger.ts';
import { requestErrors } from './request.ts';
import { runErrors } from './run.ts';
import type { ErrorKind } from './shelfcast-error.ts';
import { startErrors } from './start.ts';
import { transferErrors } from './transfer.ts';
import { uploadErrors } from './upload.ts';

/** Every error kind of the product, by code. A test holds each against its page in docs/errors. */
export const errorCatalogue: ReadonlyMap<string, ErrorKind> = new Map(
  [
    authErrors,
    databaseErrors,
    forecastErrors,
    ledgerErrors,
    requestErrors,
    runErrors,
    startErrors,
    transferErrors,
    uploadErrors,
  ]
    .flatMap((area) => Object.values(area) as ErrorKind[])
    .map((kind) => [kind.code, kind]),
);
