import type { Readable } from 'node:stream';
import type { Drafts } from './drafts.ts';
import type { Multipart } from './multipart.ts';

/**
 * Where uploads, shard files, results and exports lie. Keys are paths of plain names (`tenants/<id>/runs/7/manifest.json`);
 * see blob-key.ts. A blob is whole or absent: nobody ever reads half of one.
 */
export interface BlobStore {
  /** Writes or replaces a blob. When it resolves, the blob outlives a power cut. */
  put(key: string, content: BlobContent): Promise<BlobStat>;
  /** Streams a blob, or a part of it. Rejects with BlobNotFound where there is none. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** The whole blob in memory: for manifests, not for uploads. Rejects with BlobNotFound. */
  read(key: string): Promise<Buffer>;
  /** Undefined where there is no such blob. */
  stat(key: string): Promise<BlobStat | undefined>;
  /** Blobs below a prefix that ends with `/` (or '' for all), in the order of their keys. */
  list(prefix: string): AsyncIterable<BlobStat>;
  /** Removes one blob, or with a trailing `/` everything below. Nothing there is no error. */
  remove(keyOrPrefix: string): Promise<void>;
  /** A path that programs of this machine can open (DuckDB does), where the adapter has one. */
  localPath?(key: string): string;
  /** Blobs that arrive in pieces through this process, where the adapter takes them. */
  readonly drafts?: Drafts;
  /** Blobs whose parts go straight to the store, where the adapter has addresses for them. */
  readonly multipart?: Multipart;
}

export type BlobContent = string | Uint8Array | AsyncIterable<Uint8Array | string>;

export interface BlobStat {
  readonly key: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Bytes from `start` to `end`, both included, as in HTTP; without `end` to the last. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}
