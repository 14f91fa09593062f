import { createClient } from '@shelfcast/contract/client';

/** The one client. The session is a cookie of this origin, so there is nothing to configure and nothing to leak. */
export const api = createClient({
  baseUrl: typeof location === 'undefined' ? undefined : location.origin,
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: true } },
});
