import { defineErrors } from './define.ts';

/** What can be wrong with a request to the API, whatever it asks for. Pages: docs/errors/request.*.md. */
export const requestErrors = defineErrors('request', {
  invalid: [400, 'The request is not valid'],
  malformed: [400, 'The request cannot be read'],
  bad_cursor: [400, 'The cursor does not fit this list'],
  upload_aborted: [400, 'The upload ended early'],
  not_signed_in: [401, 'Nobody is signed in'],
  not_permitted: [403, 'Not permitted'],
  cross_site: [403, 'The request comes from another site'],
  not_found: [404, 'Not found'],
  no_such_address: [404, 'There is nothing at this address'],
  no_forecasts: [404, 'There are no forecasts yet'],
  repeat_differs: [409, 'The idempotency key was used for another request'],
  repeat_in_progress: [409, 'The first request with this idempotency key is still under way'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The media type is not read here'],
  unexpected: [500, 'Something went wrong on our side'],
});
