import createFetchClient, { type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './generated/client.ts';

export type Client = ReturnType<typeof createClient>;

/** Named schemas as the generated document has them: `Schemas['Run']`. */
export type Schemas = components['schemas'];

/** A typed client: `client.GET('/v1/series/{series}', { params: { path: { series: 12 } } })`. */
export function createClient(options: ClientOptions = {}) {
  return createFetchClient<paths>(options);
}
