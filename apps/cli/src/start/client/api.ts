import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type Schemas } from '@shelfcast/contract/client';
import { ShelfcastError } from '@shelfcast/domain';

export type Import = Schemas['Import'];
export type Run = Schemas['Run'];

/** The platform as its own first user: by HTTP and a key, as any script would. */
export interface Api {
  readonly client: Client;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export function openApi(address: string, apiKey: string, signal: AbortSignal): Api {
  const headers = { authorization: `Bearer ${apiKey}` };
  return { client: createClient({ baseUrl: address, headers, signal }), address, headers, signal };
}

/** While a process is started again the API is away; its restart takes a second or two. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 300;

/** Asks until there is an answer: a restart of the API in between is no failure. Only for what may be asked twice. */
export async function answered<T>(
  signal: AbortSignal,
  ask: () => Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    signal.throwIfAborted();
    const isLast = performance.now() > deadline;
    try {
      const { data, error, response } = await ask();
      if (data !== undefined) return data;
      if (response.status < 500 || isLast) throw refusal(error, response.status);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ShelfcastError || isLast) throw error;
    }
    await sleep(RETRY_MS, undefined, { signal });
  }
}

/** The API's problem document as the error it came from. */
export function refusal(problem: unknown, status: number): ShelfcastError {
  const { code, title, detail, remedy, where } = (problem ?? {}) as Partial<Schemas['Problem']>;
  return new ShelfcastError(
    { code: code ?? 'request.unexpected', status, title: title ?? 'The API refused a request' },
    {
      detail: detail ?? `It answered ${status}.`,
      remedy: remedy ?? 'See .shelfcast/logs/api.log.',
      where: where ?? undefined,
    },
  );
}
