export { BlobNotFound, InvalidBlobKey } from './blob-key.ts';
export type { BlobContent, BlobStat, BlobStore, ByteRange } from './blob-store.ts';
export { folderBlobStore } from './folder.ts';
