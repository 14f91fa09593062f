import type { Import, Mapping } from '../resources/import.ts';
import type { Upload } from '../resources/upload.ts';
import { type Answered, type Asked, type Exchange, fetchExchange, succeeded } from './exchange.ts';
import { type Patience, patiently } from './patience.ts';
import { sendParts } from './send-parts.ts';
import { sendPieces } from './send-pieces.ts';

/** A file of a browser; or, on a server, `fs.openAsBlob` with its name and date. */
export interface FileToSend {
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  slice(start: number, end: number): Blob;
}

/** What is wanted of the import that the file becomes. */
export interface Wishes {
  readonly mapping?: Mapping;
  readonly review?: boolean;
  readonly forecast?: boolean;
}

export type SendState =
  | { readonly kind: 'sending'; readonly sent: number }
  /** Nothing goes out: it is tried again after so many seconds. */
  | { readonly kind: 'waiting'; readonly sent: number; readonly why: string; readonly seconds: number };

export interface SendOptions extends Patience {
  /** Of the API: `https://…`, or '' in its own pages. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly exchange?: Exchange;
  /** Stops; sending the same file again goes on where it was. */
  readonly signal: AbortSignal;
  readonly onState?: (state: SendState) => void;
}

/** A line that is dead may never say so. A first piece on the slowest line that makes sense, 10 kB/s, takes 105 s. */
const ANSWER_MILLISECONDS = 2 * 60_000;
/** Parts have a size of their own, and some go at once. */
const PART_MILLISECONDS = 20 * 60_000;

/** A way to the API that knows how failures are to be taken. */
export interface Wire {
  ask(asked: Omit<Asked, 'signal'>): Promise<Answered>;
  /** To an address that says all by itself, without our headers. */
  put(url: string, body: Blob, onSent: (bytes: number) => void): Promise<Answered>;
  readonly signal: AbortSignal;
}

/** How a file is known again: the same name, size and date are the same file, in a browser and on the command line. */
export function fingerprintOf({ name, size, lastModified }: Omit<FileToSend, 'slice'>): string {
  return `${name}/${size}/${Math.floor(lastModified)}`;
}

/**
 * Sends a file to the end, through broken lines and restarts of the server, in the way that the server's store takes, and
 * returns the import that it has become. What has arrived before, in whatever session, is not sent again. Throws
 * `UploadRefused`, the signal's reason, and `UploadInterrupted` once patience is at its end.
 */
export async function sendFile(file: FileToSend, wishes: Wishes, options: SendOptions): Promise<Import> {
  const { baseUrl, headers = {}, exchange = fetchExchange, signal, onState = () => {} } = options;
  const within = (milliseconds: number) => AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
  const wire: Wire = {
    signal,
    ask: ({ url, headers: own, ...asked }) =>
      succeeded(
        exchange({
          ...asked,
          url: baseUrl + url,
          headers: { ...headers, ...own },
          signal: within(ANSWER_MILLISECONDS),
        }),
        signal,
      ),
    put: (url, body, onSent) =>
      succeeded(
        exchange({ method: 'PUT', url, headers: {}, body, signal: within(PART_MILLISECONDS), onSent }),
        signal,
      ),
  };
  let sent = 0;
  const onSent = (bytes: number) => {
    sent = bytes;
    onState({ kind: 'sending', sent });
  };
  return patiently(
    async (progressed) => {
      const noteSent = (bytes: number) => {
        if (bytes > sent) progressed();
        onSent(bytes);
      };
      // A browser tells a file that has changed from a broken line only here: it can't be read any more.
      await file.slice(0, Math.min(1, file.size)).arrayBuffer();
      const upload = await begin(wire, file, wishes);
      onSent(upload.received_bytes);
      await (upload.way === 'tus' ? sendPieces : sendParts)(wire, file, upload, noteSent);
      const { body } = await wire.ask({
        method: 'POST',
        url: `/v1/uploads/${upload.upload}/complete`,
        headers: {},
      });
      return JSON.parse(body) as Import;
    },
    { ...options, signal },
    (why, seconds) => onState({ kind: 'waiting', sent, why, seconds }),
  );
}

/** Begins an upload, or finds the one of the same file: the server knows it by its fingerprint. */
async function begin(wire: Wire, file: FileToSend, wishes: Wishes): Promise<Upload> {
  const { body } = await wire.ask({
    method: 'POST',
    url: '/v1/uploads',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      file_name: file.name,
      file_bytes: file.size,
      fingerprint: fingerprintOf(file),
      ...wishes,
    }),
  });
  return JSON.parse(body) as Upload;
}
