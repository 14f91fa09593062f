import type { SaleBatch, UploadOptions } from '@shelfcast/domain';
import { openUpload } from './open-upload.ts';

/** Opens a sales file and reads its batches, from the row after `resumeAt` on. */
export async function* readSaleLines(
  path: string,
  options: UploadOptions & { readonly resumeAt?: number },
): AsyncGenerator<SaleBatch> {
  const upload = await openUpload(path, options);
  yield* upload.read(options.resumeAt ?? 0);
}
