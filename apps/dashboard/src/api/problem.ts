import type { Problem } from '@shelfcast/contract';

/** An answer of the API that says no, with what happened and what to do about it. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer, or its problem thrown. No connection is a problem like any other. */
export async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await pending;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(unreachable);
  }
  if (answer.response.ok) return answer.data as T;
  throw new ApiProblem(isProblem(answer.error) ? answer.error : unexpected(answer.response.status));
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'remedy' in body;
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  return { ...unexpected(0), detail: error instanceof Error ? error.message : String(error) };
}

export const unreachable: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  code: 'dashboard.unreachable',
  detail: 'Shelfcast did not answer.',
  remedy: 'Check that it is still running and that this device is online, then try again.',
  instance: '',
};

export function unexpected(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Something went wrong',
    status,
    code: 'dashboard.unexpected',
    detail: status
      ? `The answer had status ${status} and did not say why.`
      : 'Something went wrong on this page.',
    remedy: 'Try again. If it stays, the log of the server says more.',
    instance: '',
  };
}
