export { removeAbandonedDrafts } from './abandoned.ts';
export { BlobNotFound, InvalidBlobKey } from './blob-key.ts';
export { blobName } from './blob-name.ts';
export type { BlobContent, BlobStat, BlobStore, ByteRange } from './blob-store.ts';
export { folderBlobStore } from './folder.ts';
