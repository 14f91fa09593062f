import { requestErrors, runErrors, ShelfcastError } from '@shelfcast/domain';

/** The answer for an id that is not there, and equally for one that belongs to another tenant. */
export function notFound(thing: string, id: number | string, list: string): ShelfcastError {
  return new ShelfcastError(requestErrors.not_found, {
    detail: `There is no ${thing} ${id}.`,
    remedy: `Take an id from ${list}.`,
  });
}

export function runNotFound(run: number, which = 'run'): ShelfcastError {
  return new ShelfcastError(runErrors.not_found, {
    detail: `There is no ${which} ${run}.`,
    remedy: 'Take a number from GET /v1/runs.',
  });
}
