import { createReadStream } from 'node:fs';
import type { SalesFile } from '../machine/own-file.ts';
import type { ColumnChoice } from '../options.ts';
import { type Api, type Import, refusal } from './api.ts';

/** Uploads a file as a stream. One that an earlier start has uploaded is found by its content before it comes to this. */
export async function upload(
  { address, headers, signal }: Api,
  file: SalesFile,
  columns: ColumnChoice | undefined,
  onProgress: (bytes: number) => void,
): Promise<Import> {
  const query = new URLSearchParams({ file_name: file.name });
  if (columns) query.set('mapping', JSON.stringify(columns));
  const response = await fetch(`${address}/v1/imports?${query}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': String(file.bytes) },
    body: counted(file.path, onProgress),
    duplex: 'half',
    signal,
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(answer, response.status);
  return answer as Import;
}

async function* counted(path: string, onProgress: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    onProgress(bytes);
    yield piece;
  }
}
