import { defineErrors } from './define.ts';

/** What can go wrong while a file arrives in pieces. Pages: docs/errors/transfer.*.md. */
export const transferErrors = defineErrors('transfer', {
  no_key: [401, 'No API key was given'],
  not_found: [404, 'There is no such upload'],
  offset_differs: [409, 'The piece does not follow what has arrived'],
  incomplete: [409, 'The upload is not complete'],
  too_many: [409, 'Too many uploads are unfinished'],
  wrong_way: [409, 'This upload takes its bytes another way'],
  unsupported_version: [412, 'This version of tus is not spoken here'],
  file_unreadable: [422, 'The file cannot be read'],
  no_such_part: [422, 'The file has no such part'],
  busy: [423, 'Another request is writing this upload'],
  checksum_differs: [460, 'The piece is not what its checksum says'],
  no_platform: [503, 'No Shelfcast answers'],
  disk_full: [507, 'The disk is full'],
});
