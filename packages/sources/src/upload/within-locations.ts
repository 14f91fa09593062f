import { type SaleBatch, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { MAX_LOCATIONS } from './limits.ts';

/**
 * Passes batches on as long as they name no more locations than any retailer has. Beyond, a column of receipts or customers was taken
 * for the location, and every one of them would get series, a calendar and forecasts of its own.
 */
export async function* withinLocations(
  batches: AsyncIterable<SaleBatch>,
  fileName: string,
  most = MAX_LOCATIONS,
): AsyncGenerator<SaleBatch> {
  const seen = new Set<string>();
  let last: string | undefined;
  for await (const batch of batches) {
    for (const { location } of batch.lines) {
      if (location === last) continue;
      last = location;
      if (seen.add(location).size > most) throw tooManyLocations(fileName, batch.rowsRead, most);
    }
    yield batch;
  }
}

function tooManyLocations(fileName: string, row: number, most: number): ShelfcastError {
  return new ShelfcastError(uploadErrors.too_many_locations, {
    detail: `The first ${row.toLocaleString('en')} rows name more than ${most.toLocaleString('en')} locations.`,
    remedy:
      'Say which column holds the store; the one that was taken for it tells every sale from the others.',
    where: { file: fileName, row },
  });
}
