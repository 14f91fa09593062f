import type { Answered, Exchange } from '@shelfcast/contract/upload';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

/** By XMLHttpRequest, because fetch does not say how much of a body has gone up. */
export const xhrExchange: Exchange = ({ method, url, headers, body, signal, onSent }) =>
  new Promise<Answered>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (onSent) request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () =>
      resolve({
        status: request.status,
        headers: { get: (name) => request.getResponseHeader(name) },
        body: request.responseText,
      });
    request.onerror = () => reject(new TypeError('No connection'));
    const abort = () => request.abort();
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort, { once: true });
    request.send(body);
  });

/** Files that have begun to arrive, from this browser or any other of the company. */
export const uploadsQuery = queryOptions({
  queryKey: ['uploads'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/uploads', { signal })),
  staleTime: 5_000,
});

/** Forgets an upload with the bytes that have come. */
export const discardUpload = (upload: string) =>
  unwrap(api.DELETE('/v1/uploads/{upload}', { params: { path: { upload } } }));
