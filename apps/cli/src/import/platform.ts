import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';
import { type Api, openApi, refusal } from '../start/client/api.ts';
import { ADDRESS_FILE } from '../start/machine/address-file.ts';
import { DEFAULT_PORT } from '../start/options.ts';

export interface Where {
  /** From the command line. */
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The data folder of this clone's platform. */
  readonly dataFolder: string;
}

/** The platform, found and asked whether it takes files from us. Throws `transfer.no_platform`, `transfer.no_key`, or its own refusal. */
export async function openPlatform(where: Where, signal: AbortSignal): Promise<Api> {
  const address = (where.url ?? where.environment.SHELFCAST_URL ?? noted(where.dataFolder)).replace(
    /\/+$/,
    '',
  );
  const key = where.key ?? where.environment.SHELFCAST_API_KEY;
  if (!key) throw noKey(address);
  const api = openApi(address, key, signal);
  let answer: Awaited<ReturnType<typeof ask>>;
  const ask = () => api.client.GET('/v1/uploads');
  try {
    answer = await ask();
  } catch (cause) {
    signal.throwIfAborted();
    throw new ShelfcastError(
      transferErrors.no_platform,
      {
        detail: `Nothing answers at ${address}.`,
        remedy: 'Start it with `npm start`, or give its address: --url http://…',
      },
      { cause },
    );
  }
  if (!answer.data) throw refusal(answer.error, answer.response.status);
  return api;
}

/** Where the platform of this clone said that it runs; else where it runs when nothing is said. */
function noted(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, ADDRESS_FILE), 'utf8').trim();
  } catch {
    return `http://127.0.0.1:${DEFAULT_PORT}`;
  }
}

function noKey(address: string): ShelfcastError {
  return new ShelfcastError(transferErrors.no_key, {
    detail: `${address} takes files from those who bring an API key, and none was given.`,
    remedy: `Make one at ${address}/settings (permission “write”; \`npm start\` also prints one), then set SHELFCAST_API_KEY to it.`,
  });
}
