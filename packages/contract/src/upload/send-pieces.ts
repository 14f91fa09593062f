import type { Upload } from '../resources/upload.ts';
import { UploadInterrupted } from './exchange.ts';
import type { FileToSend, Wire } from './send-file.ts';

const FIRST_BYTES = 2 ** 20;
const LEAST_BYTES = 2 ** 18;
/** As much as a server's crash costs at most anyhow. */
const MOST_BYTES = 2 ** 25;
/** A piece should take about so long: short enough to show progress, long enough that its overhead is nothing. */
const PIECE_SECONDS = 2;

/** Sends a file from where it stands to its end, by PATCHes that fit the speed of the line. */
export async function sendPieces(
  wire: Wire,
  file: FileToSend,
  upload: Upload,
  onSent: (bytes: number) => void,
): Promise<void> {
  let offset = upload.received_bytes;
  let pieceBytes = FIRST_BYTES;
  while (offset < file.size) {
    const from = offset;
    const end = Math.min(from + pieceBytes, file.size);
    const began = performance.now();
    const { headers } = await wire.ask({
      method: 'PATCH',
      url: `/v1/uploads/${upload.upload}`,
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(from),
      },
      body: file.slice(from, end),
      onSent: (bytes) => onSent(Math.min(from + bytes, end)),
    });
    offset = Number(headers.get('upload-offset') ?? end);
    if (!(offset > from)) throw new UploadInterrupted('The server takes no more bytes.');
    onSent(offset);
    const seconds = Math.max((performance.now() - began) / 1000, 0.001);
    const wanted = pieceBytes * Math.min(4, Math.max(0.5, PIECE_SECONDS / seconds));
    pieceBytes = Math.round(Math.min(MOST_BYTES, Math.max(LEAST_BYTES, wanted)));
  }
}
