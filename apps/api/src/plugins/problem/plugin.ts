import { type ErrorDetails, type ErrorKind, requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { FastifyError, FastifyRequest } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import { problem, sendProblem } from './problem.ts';
import { invalidRequest } from './validation.ts';

/** What the framework refuses before a handler sees it, by its error code. */
const refused: Readonly<Record<string, readonly [ErrorKind, ErrorDetails]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: [
    requestErrors.malformed,
    { detail: 'The body is not JSON.', remedy: 'Send JSON in UTF-8; see `/docs` for an example.' },
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    requestErrors.malformed,
    { detail: 'The body is empty.', remedy: 'Send a JSON object, `{}` where nothing is to be said.' },
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    requestErrors.malformed,
    {
      detail: 'The body is not as long as Content-Length says.',
      remedy: 'Let your HTTP client set Content-Length.',
    },
  ],
  FST_ERR_BAD_URL: [
    requestErrors.malformed,
    { detail: 'The address cannot be decoded.', remedy: 'Percent-encode it as UTF-8.' },
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    requestErrors.unsupported_media_type,
    {
      detail: 'The Content-Type is not read here.',
      remedy: 'Send JSON with Content-Type: application/json.',
    },
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    requestErrors.too_large,
    { detail: 'The body is larger than this operation takes.', remedy: 'Ask for less at a time.' },
  ],
};

/**
 * Every error leaves as problem+json. What is expected says what happened and what to do; anything else is ours: it leaves
 * without particulars, and stands in the log beside the request's id.
 */
export const problemPlugin = fastifyPlugin(
  async (app) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const expected = expectedError(error);
      if (expected && expected.kind.status < 500) request.log.info({ code: expected.kind.code }, 'refused');
      else request.log.error({ err: error }, 'failed');
      if (expected) return sendProblem(reply, problem(expected.kind, expected.details, request.id));
      return sendProblem(reply, unexpected(request));
    });
  },
  { name: 'problem' },
);

function expectedError(error: FastifyError): ShelfcastError | undefined {
  if (error instanceof ShelfcastError) return error;
  if (error.validation) return invalidRequest(error.validation, error.validationContext);
  const known = refused[error.code];
  return known && new ShelfcastError(...known);
}

function unexpected(request: FastifyRequest) {
  return problem(
    requestErrors.unexpected,
    {
      detail: 'An error that we did not foresee stopped this request.',
      remedy: `Try again. If it stays, report it with the id ${request.id}.`,
    },
    request.id,
  );
}
