import { ShelfcastError, transferErrors } from '@shelfcast/domain';

/** Bytes were sent to the API, and the store takes parts by itself. */
export function takesParts(): ShelfcastError {
  return new ShelfcastError(transferErrors.wrong_way, {
    detail: 'The parts of this upload go to the bucket itself, not through the API.',
    remedy: 'Ask for addresses at POST …/parts, send each part by PUT, then POST …/complete.',
  });
}

/** Addresses were asked for, and the store is a folder. */
export function takesPieces(): ShelfcastError {
  return new ShelfcastError(transferErrors.wrong_way, {
    detail: 'This installation keeps files in a folder, which takes no parts by itself.',
    remedy: 'Send the bytes as tus does: PATCH to the upload’s address, from Upload-Offset on.',
  });
}
