import { join } from 'node:path';
import { ShelfcastError } from '@shelfcast/domain';
import { type Command, type ExitCode, exitCodes } from '../command.ts';
import { type Import, refusal } from '../start/client/api.ts';
import { plural } from '../terminal/format.ts';
import { reportFailure } from '../terminal/report-failure.ts';
import { account } from './account.ts';
import { followToItsEnd } from './follow-import.ts';
import { help } from './help.ts';
import { localFile } from './local-file.ts';
import { parseImportOptions } from './options.ts';
import { openPlatform } from './platform.ts';
import { send } from './send.ts';

const dataFolder = join(import.meta.dirname, '..', '..', '..', '..', '.shelfcast');

/** `shelfcast import FILE…`: files to a running platform, over broken lines, and the account of their rows. */
export const command: Command = {
  help,
  async run(args, terminal) {
    const { files: paths, url, key, wishes, json } = parseImportOptions(args);
    // All of them before the first is sent: a typing error in the last name should not cost an hour.
    const files = paths.map(localFile);
    const stop = new AbortController();
    const stopped = onceStopped(stop);
    const done: Import[] = [];
    try {
      const api = await openPlatform({ url, key, environment: process.env, dataFolder }, stop.signal);
      terminal.say(`Importing ${plural(files.length, 'file', 'files')} into ${api.address}`);
      for (const file of files) {
        const sent = await send(file, wishes, api, terminal);
        const made = await followToItsEnd(api, sent.import, terminal);
        done.push(made);
        if (!json) for (const line of account(made, api.address)) terminal.print(line);
        if (made.state === 'failed') reportFailure(failureOf(made), terminal);
      }
    } catch (error) {
      if (stop.signal.aborted) {
        terminal.say(
          '\nStopped. What has arrived stays for seven days: the same command goes on from there.',
        );
        return stopped();
      }
      const code = reportFailure(error, terminal);
      return code === exitCodes.badInput && !isAboutTheFile(error) ? exitCodes.refused : code;
    } finally {
      if (json) terminal.print(JSON.stringify({ imports: done }));
    }
    return done.some(({ state }) => state === 'failed') ? exitCodes.badInput : exitCodes.done;
  },
};

function isAboutTheFile(error: unknown): boolean {
  return error instanceof ShelfcastError && /^(upload\.|transfer\.file_)/.test(error.kind.code);
}

function failureOf({ failure }: Import): ShelfcastError {
  return refusal(failure, 422);
}

/** Ctrl-C and a polite kill end what is under way; answers which code that means. */
function onceStopped(stop: AbortController): () => ExitCode {
  let code: ExitCode = exitCodes.interrupted;
  const on = (signal: NodeJS.Signals, means: ExitCode) =>
    process.once(signal, () => {
      code = means;
      stop.abort();
    });
  on('SIGINT', exitCodes.interrupted);
  on('SIGTERM', exitCodes.terminated);
  return () => code;
}
