import type { Problem } from '../resources/problem.ts';

export interface Asked {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
  readonly signal: AbortSignal;
  /** Told while the body goes out, where the platform can tell. */
  readonly onSent?: (bytes: number) => void;
}

export interface Answered {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
}

/** One request and its answer. Rejects only where there was no answer: a broken line, or `signal`. */
export type Exchange = (asked: Asked) => Promise<Answered>;

/** By fetch, which every platform of ours has. It does not tell how much of a body has gone out. */
export const fetchExchange: Exchange = async ({ method, url, headers, body, signal }) => {
  const answer = await fetch(url, { method, headers: { ...headers }, body, signal, cache: 'no-store' });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

/** The server understood and said no: trying again would change nothing before somebody does something. */
export class UploadRefused extends Error {
  readonly status: number;
  /** As the API tells it; undefined where something between has answered. */
  readonly problem: Problem | undefined;

  constructor({ status, body }: Answered) {
    const problem = problemIn(body);
    super(problem ? `${problem.detail} ${problem.remedy}` : `The server answered ${status}.`);
    this.name = 'UploadRefused';
    this.status = status;
    this.problem = problem;
  }
}

/** Nothing was wrong with the request itself: a broken line, a restart, a busy server. */
export class UploadInterrupted extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UploadInterrupted';
  }
}

const REQUEST_TIMEOUT = 408;
const CONFLICT = 409;
const LOCKED = 423;
const TOO_MANY_REQUESTS = 429;
const DISK_FULL = 507;
const passing = new Set([REQUEST_TIMEOUT, LOCKED, TOO_MANY_REQUESTS]);

/** The answer where it is a success; throws what kind of failure it is otherwise. */
export async function succeeded(answer: Promise<Answered>, signal: AbortSignal): Promise<Answered> {
  let answered: Answered;
  try {
    answered = await answer;
  } catch (cause) {
    signal.throwIfAborted();
    throw new UploadInterrupted('The server cannot be reached.', { cause });
  }
  const { status, body } = answered;
  if (status >= 200 && status < 300) return answered;
  const again =
    passing.has(status) ||
    (status >= 500 && status !== DISK_FULL) ||
    (status === CONFLICT && problemIn(body)?.code === 'transfer.offset_differs');
  throw again ? new UploadInterrupted(whyAgain(status)) : new UploadRefused(answered);
}

/** In words that a person who waits can do something with. */
function whyAgain(status: number): string {
  if (status === CONFLICT) return 'The connection was lost for a moment.';
  if (status === LOCKED) return 'The server is still busy with what was sent before.';
  return `The server is not ready (${status}).`;
}

function problemIn(body: string): Problem | undefined {
  try {
    const found = JSON.parse(body) as Partial<Problem> | null;
    return typeof found?.code === 'string' && typeof found.detail === 'string'
      ? (found as Problem)
      : undefined;
  } catch {
    return undefined;
  }
}
