import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { DatabaseError } from 'pg';

const DISK_FULL = '53100';
/** Too many connections, shutdown, crash, not yet started; class 08 are broken connections. */
const UNAVAILABLE = /^(53300|57P0[1-5]|08...)$/;
const SOCKET = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;

/** Names the failures that an operator can act on; everything else passes as it is. */
export function describeFailure(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof DatabaseError && code === DISK_FULL) {
    return new ShelfcastError(
      databaseErrors.disk_full,
      {
        detail: 'The database found no space left on its disk; the change was rolled back.',
        remedy: 'Free some space on the disk of the data folder and repeat: nothing was half done.',
      },
      { cause: error },
    );
  }
  if (isLost(error, code)) {
    return new ShelfcastError(
      databaseErrors.unavailable,
      {
        detail: 'The database cannot be reached, or is just starting or stopping.',
        remedy:
          'Try again in a few seconds; if it stays, see that PostgreSQL runs and SHELFCAST_DATABASE_URL is right.',
      },
      { cause: error },
    );
  }
  return error;
}

function isLost(error: unknown, code: unknown): boolean {
  if (typeof code === 'string') return UNAVAILABLE.test(code) || SOCKET.test(code);
  return (
    error instanceof Error &&
    /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/.test(
      error.message,
    )
  );
}
