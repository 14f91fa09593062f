export { removeAbandonedDrafts } from './abandoned.ts';
export { BlobNotFound, InvalidBlobKey } from './blob-key.ts';
export { blobName } from './blob-name.ts';
export type { BlobContent, BlobStat, BlobStore, ByteRange } from './blob-store.ts';
export type { Drafts, DraftWrite } from './drafts.ts';
export { type FolderBlobStore, folderBlobStore } from './folder.ts';
export type { Multipart, StoredPart } from './multipart.ts';
export { openBlobs } from './open-blobs.ts';
