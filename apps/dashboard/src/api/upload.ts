import type { Import } from '@shelfcast/contract';
import { ApiProblem, isProblem, unexpected, unreachable } from './problem.ts';

export interface Upload {
  readonly file: File;
  readonly forecast: boolean;
  readonly intention: string;
}

/** Sends a file as it is. XMLHttpRequest, because fetch does not say how much has gone up. */
export function uploadFile(
  upload: Upload,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Import> {
  return new Promise((resolve, reject) => {
    const query = new URLSearchParams({
      file_name: upload.file.name,
      forecast: String(upload.forecast),
      review: 'true',
    });
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/imports?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', upload.intention);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status === 202 || request.status === 200) resolve(body as Import);
      else reject(new ApiProblem(isProblem(body) ? body : unexpected(request.status)));
    };
    request.onerror = () => reject(new ApiProblem(unreachable));
    request.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(upload.file);
  });
}
