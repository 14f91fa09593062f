import type { TSchema } from 'typebox';

/** What one operation takes and gives. The server adds the handler, the generator adds the problems. */
export interface OperationSchema {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly description?: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
  readonly response: Readonly<Record<number, TSchema>>;
}

export interface Operation<S extends OperationSchema = OperationSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  /** Which error statuses it may answer, besides 500. Their bodies are all `Problem`. */
  readonly problems: readonly number[];
  /** Success is not JSON: the media types by status, for the document only. */
  readonly streams?: Readonly<Record<number, readonly string[]>>;
  /** The request's body is not JSON but any of these, streamed. */
  readonly consumes?: readonly string[];
  readonly schema: S;
}

export function operation<const S extends OperationSchema>(definition: Operation<S>): Operation<S> {
  return definition;
}
