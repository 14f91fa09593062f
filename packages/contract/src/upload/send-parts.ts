import type { SignedParts, Upload } from '../resources/upload.ts';
import { UploadInterrupted, UploadRefused } from './exchange.ts';
import type { FileToSend, Wire } from './send-file.ts';

/** A bucket takes more from several connections than from one. */
const LANES = 4;
/** Signed at once: few enough that none expires before its turn on a slow line. */
const ROUND = 16;

/** Sends the parts that are missing straight to the bucket, several at a time, by addresses that the API signs. */
export async function sendParts(
  wire: Wire,
  file: FileToSend,
  upload: Upload,
  onSent: (bytes: number) => void,
): Promise<void> {
  const partBytes = upload.part_bytes ?? file.size;
  const there = new Set(upload.parts_received);
  const missing = Array.from({ length: Math.ceil(file.size / partBytes) }, (_, i) => i + 1).filter(
    (part) => !there.has(part),
  );
  let done = upload.received_bytes;
  const underWay = new Map<number, number>();
  const tell = () => onSent(done + [...underWay.values()].reduce((sum, bytes) => sum + bytes, 0));
  while (missing.length > 0) {
    const { body } = await wire.ask({
      method: 'POST',
      url: `/v1/uploads/${upload.upload}/parts`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ parts: missing.splice(0, ROUND) }),
    });
    const queue = [...(JSON.parse(body) as SignedParts).items];
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { part, bytes, url } = next;
        const from = (part - 1) * partBytes;
        const piece = file.slice(from, from + bytes);
        try {
          await wire.put(url, piece, (sent) => {
            underWay.set(part, Math.min(sent, bytes));
            tell();
          });
        } catch (error) {
          throw expired(error) ? new UploadInterrupted('An address has expired.', { cause: error }) : error;
        } finally {
          underWay.delete(part);
        }
        done += bytes;
        tell();
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = lanes.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** A bucket answers 403 where an address has lived too long, as after a night with a closed laptop: a new one mends it. */
function expired(error: unknown): boolean {
  return error instanceof UploadRefused && error.status === 403;
}
