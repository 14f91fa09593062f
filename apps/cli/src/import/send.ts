import {
  type FileToSend,
  sendFile,
  UploadInterrupted,
  UploadRefused,
  type Wishes,
} from '@shelfcast/contract/upload';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';
import { type Api, type Import, refusal } from '../start/client/api.ts';
import { bytes, duration } from '../terminal/format.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** After so long without a byte a person should look; the same command goes on later. */
const PATIENCE_MILLISECONDS = 10 * 60_000;

const megabytes = (count: number): string => (count / 1e6).toFixed(count < 1e7 ? 1 : 0);

/** Sends a file with a bar, and returns the import it has become. Throws `transfer.no_platform`, or the platform's refusal. */
export async function send(file: FileToSend, wishes: Wishes, api: Api, terminal: Terminal): Promise<Import> {
  const bar = startProgress(terminal, { label: 'Sending', unit: 'MB', total: file.size, format: megabytes });
  let continued: number | undefined;
  try {
    const made = await sendFile(file, wishes, {
      baseUrl: api.address,
      headers: api.headers,
      signal: api.signal,
      patienceMilliseconds: PATIENCE_MILLISECONDS,
      onState(state) {
        if (state.kind === 'waiting') {
          bar.clear();
          terminal.say(`${state.why} Trying again in ${duration(state.seconds)}; what has arrived stays.`);
          return;
        }
        if (continued === undefined) {
          continued = state.sent;
          if (continued > 0)
            terminal.say(`Going on with ${file.name} at ${bytes(continued)} of ${bytes(file.size)}`);
        }
        bar.update(state.sent);
      },
    });
    bar.done(`Sent ${file.name}, ${bytes(file.size)}`);
    return made as Import;
  } catch (error) {
    bar.clear();
    throw asFailure(error, api);
  }
}

function asFailure(error: unknown, { address }: Api): unknown {
  if (error instanceof UploadRefused) return refusal(error.problem, error.status);
  if (error instanceof UploadInterrupted)
    return new ShelfcastError(
      transferErrors.no_platform,
      {
        detail: `${address} has not answered for ${duration(PATIENCE_MILLISECONDS / 1000)}.`,
        remedy: 'See whether it runs, then give the same command again: it goes on where it was.',
      },
      { cause: error },
    );
  return error;
}
